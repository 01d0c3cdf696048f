/** The thread that takes files over while the content is checked: see `old-site.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type TakeOver, takeOver } from './take-over.ts';

parentPort?.postMessage(takeOver(workerData as TakeOver));
