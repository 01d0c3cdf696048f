/** Compiles and links. A shader of ours that does not compile is a bug, and says so. */
export function linkProgram(gl: WebGLRenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = (
    [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const
  ).map(([type, source]) => {
    const shader = gl.createShader(type) as WebGLShader;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    return shader;
  });
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const said = shaders.map((shader) => gl.getShaderInfoLog(shader)).join('\n');
    throw new Error(`the map's drawing program does not link: ${gl.getProgramInfoLog(program)}\n${said}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);
  return program;
}

/** A buffer on the graphics card that is written again only when its data has become another. */
export interface KeptBuffer {
  bind(data: ArrayBufferView<ArrayBuffer>): void;
  free(): void;
}

export function keptBuffer(gl: WebGLRenderingContext, target: number): KeptBuffer {
  const buffer = gl.createBuffer();
  let held: ArrayBufferView | undefined;
  return {
    bind(data) {
      gl.bindBuffer(target, buffer);
      if (held === data) return;
      held = data;
      gl.bufferData(target, data, gl.STATIC_DRAW);
    },
    free() {
      held = undefined;
      gl.deleteBuffer(buffer);
    },
  };
}
