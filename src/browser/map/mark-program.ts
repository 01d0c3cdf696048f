import type { NodeProgramType } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { keptBuffer, linkProgram } from './gl-program.ts';
import { type Scene, zoomScale } from './scene.ts';

const VERTEX = `
attribute vec2 place; attribute vec3 colour; attribute float radius; attribute float mark;
uniform mat3 matrix; uniform float scale;
varying vec3 ink; varying float shape; varying float half_px;
void main() {
  gl_Position = vec4((matrix * vec3(place, 1.0)).xy, 0.0, 1.0);
  half_px = radius * scale + 1.5;
  gl_PointSize = 2.0 * half_px;
  ink = colour; shape = mark;
}`;

/** Distance to the edge of each mark of `MARKS`, in its order, in halves of the mark; negative inside. */
const FRAGMENT = `
precision mediump float;
uniform vec3 paper; uniform float pixel;
varying vec3 ink; varying float shape; varying float half_px;
float box(vec2 p, vec2 b) { vec2 d = abs(p) - b; return max(d.x, d.y); }
void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * half_px / max(half_px - 1.5, 0.5);
  float d = length(p) - 1.0;
  if (shape < 0.5) d = (abs(p.x) + abs(p.y) - 1.15) * 0.7;
  else if (shape < 1.5) d = length(p) - 1.0;
  else if (shape < 2.5) d = max(p.y - 0.85, (abs(p.x) * 1.6 - p.y - 1.05) * 0.55);
  else if (shape < 3.5) d = min(box(p, vec2(0.32, 1.05)), box(p, vec2(1.05, 0.32)));
  else if (shape < 4.5) d = length(p) - 0.8;
  else if (shape < 5.5) d = box(p, vec2(0.88));
  else if (shape < 6.5) d = box(p, vec2(1.1, 0.5));
  else if (shape < 7.5) d = min(box(p - vec2(0.0, -0.55), vec2(1.05, 0.36)), box(p - vec2(0.0, 0.55), vec2(1.05, 0.36)));
  else if (shape < 8.5) d = min(min(box(p - vec2(0.0, -0.8), vec2(1.0, 0.22)), box(p, vec2(1.0, 0.22))), box(p - vec2(0.0, 0.8), vec2(1.0, 0.22)));
  else if (shape < 9.5) d = box(p, vec2(0.75, 1.0));
  else d = abs(length(p) - 0.75) - 0.25;
  float px = d * (half_px - 1.5);
  float body = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, px);
  float rim = 1.0 - smoothstep(0.5 * pixel, 1.5 * pixel, px);
  if (rim <= 0.0) discard;
  gl_FragColor = vec4(mix(paper, ink, body) * rim, rim);
}`;

/** Draws every shown row as the mark of its kind, one point each, with a rim of paper. `scene` answers what is on the stage now. */
export function markProgram(scene: () => Scene): NodeProgramType {
  return class {
    drawLabel = undefined;
    drawHover = undefined;
    readonly #gl: WebGLRenderingContext;
    readonly #program: WebGLProgram;
    readonly #buffers;

    constructor(gl: WebGLRenderingContext) {
      this.#gl = gl;
      gl.getExtension('OES_element_index_uint');
      this.#program = linkProgram(gl, VERTEX, FRAGMENT);
      const column = () => keptBuffer(gl, gl.ARRAY_BUFFER);
      this.#buffers = {
        place: column(),
        colour: column(),
        radius: column(),
        mark: column(),
        rows: keptBuffer(gl, gl.ELEMENT_ARRAY_BUFFER),
      };
    }

    // The rows of the scene are drawn, not those of a graph.
    reallocate(): void {}
    process(): void {}

    render({ matrix, width, height, pixelRatio, zoomRatio }: RenderParams): void {
      const gl = this.#gl;
      const { places, colours, radii, marks, rows, paper } = scene();
      gl.viewport(0, 0, width * pixelRatio, height * pixelRatio);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.enable(gl.BLEND);
      gl.useProgram(this.#program);
      const column = (
        name: 'place' | 'colour' | 'radius' | 'mark',
        data: ArrayBufferView<ArrayBuffer>,
        size: number,
        type: number,
        isShare = false,
      ) => {
        this.#buffers[name].bind(data);
        const at = gl.getAttribLocation(this.#program, name);
        gl.enableVertexAttribArray(at);
        gl.vertexAttribPointer(at, size, type, isShare, 0, 0);
      };
      column('place', places, 2, gl.FLOAT);
      column('colour', colours, 3, gl.UNSIGNED_BYTE, true);
      column('radius', radii, 1, gl.FLOAT);
      column('mark', marks, 1, gl.UNSIGNED_BYTE);
      const uniform = (name: string) => gl.getUniformLocation(this.#program, name);
      gl.uniformMatrix3fv(uniform('matrix'), false, matrix);
      gl.uniform1f(uniform('scale'), zoomScale(zoomRatio) * pixelRatio);
      gl.uniform1f(uniform('pixel'), pixelRatio);
      gl.uniform3fv(
        uniform('paper'),
        paper.map((part) => part / 255),
      );
      this.#buffers.rows.bind(rows);
      gl.drawElements(gl.POINTS, rows.length, gl.UNSIGNED_INT, 0);
    }

    kill(): void {
      for (const buffer of Object.values(this.#buffers)) buffer.free();
      this.#gl.deleteProgram(this.#program);
    }
  };
}
