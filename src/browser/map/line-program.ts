import type { NodeProgramType } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { keptBuffer, linkProgram } from './gl-program.ts';
import type { Scene } from './scene.ts';

const VERTEX = `
attribute vec2 place;
uniform mat3 matrix;
void main() { gl_Position = vec4((matrix * vec3(place, 1.0)).xy, 0.0, 1.0); }`;

const FRAGMENT = `
precision mediump float;
uniform vec4 ink;
void main() { gl_FragColor = ink; }`;

/** Opacity by rank: the strongest line of a page, its second and third, and all others. */
const OPACITY = [0.34, 0.22, 0.14, 0.1] as const;
/** A map with more lines than this draws each fainter, so that the sum stays grey. */
const FULL_LINES = 500;
const LEAST_OPACITY = 0.04;

/** Draws as many of the shown edges as the frame may have, the most telling first, as hairlines, each rank at once. Edges lie on the card as pairs of rows: moving the camera moves no data. */
export function lineProgram(scene: () => Scene): NodeProgramType {
  return class {
    drawLabel = undefined;
    drawHover = undefined;
    readonly #gl: WebGLRenderingContext;
    readonly #program: WebGLProgram;
    readonly #places;
    readonly #ends;

    constructor(gl: WebGLRenderingContext) {
      this.#gl = gl;
      gl.getExtension('OES_element_index_uint');
      this.#program = linkProgram(gl, VERTEX, FRAGMENT);
      this.#places = keptBuffer(gl, gl.ARRAY_BUFFER);
      this.#ends = keptBuffer(gl, gl.ELEMENT_ARRAY_BUFFER);
    }

    reallocate(): void {}
    process(): void {}

    render({ matrix, width, height, pixelRatio }: RenderParams): void {
      const gl = this.#gl;
      const { places, lines, ink, mostLines } = scene();
      gl.viewport(0, 0, width * pixelRatio, height * pixelRatio);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.enable(gl.BLEND);
      gl.useProgram(this.#program);
      this.#places.bind(places);
      const at = gl.getAttribLocation(this.#program, 'place');
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
      this.#ends.bind(lines.ends);
      gl.uniformMatrix3fv(gl.getUniformLocation(this.#program, 'matrix'), false, matrix);
      let left = Math.min(mostLines, lines.ends.length / 2);
      const crowd = Math.min(1, Math.sqrt(FULL_LINES / Math.max(1, left)));
      for (const [rank, { first, count }] of lines.runs.entries()) {
        const drawn = Math.min(left, count / 2);
        if (drawn === 0) continue;
        left -= drawn;
        const opacity = Math.max(LEAST_OPACITY, (OPACITY[rank] ?? 0) * crowd);
        const [red, green, blue] = ink.map((part) => (part / 255) * opacity) as [number, number, number];
        gl.uniform4f(gl.getUniformLocation(this.#program, 'ink'), red, green, blue, opacity);
        gl.drawElements(gl.LINES, 2 * drawn, gl.UNSIGNED_INT, first * 4);
      }
    }

    kill(): void {
      this.#places.free();
      this.#ends.free();
      this.#gl.deleteProgram(this.#program);
    }
  };
}
