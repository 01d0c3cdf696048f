/** Milliseconds of processor time since `start`: what work costs, however busy the machine is. */
export function processorMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
