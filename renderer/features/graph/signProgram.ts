/** Instruments come in from sigma; each goes out as one point of the screen, shaped, filled and rimmed by a shader. */
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { KindGroup } from './kindGroups.ts'

/** What a sign needs beyond what sigma keeps of a node. `rimWidth` in pixels. */
export interface Sign {
  readonly group: KindGroup
  readonly rimColor: string
  readonly rimWidth: number
}

/** Numbers the shader knows the shapes of `GROUP_SHAPES` by. */
const SHAPE_CODES: Readonly<Record<KindGroup, number>> = { course: 0, rule: 1, plan: 2, report: 3, other: 4 }

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_rimColor;
attribute vec2 a_position;
attribute float a_size;
attribute float a_rimWidth;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying vec4 v_rimColor;
varying float v_radius;
varying float v_rimWidth;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  gl_PointSize = v_radius * 2.0;
  v_rimWidth = a_rimWidth * u_pixelRatio;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  v_rimColor = a_id;
  #else
  v_color = a_color;
  v_rimColor = a_rimColor;
  #endif
  v_color.a *= bias;
  v_rimColor.a *= bias;
}`

/** A shape's edge is where its measure is 1; times the distance of its sides from the middle it is in shares of the radius. */
const FRAGMENT_SHADER = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec4 v_rimColor;
varying float v_radius;
varying float v_rimWidth;
varying float v_shape;

void main(void) {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  float side = 1.0;
  float measure = length(p);
  if (v_shape > 3.5 || (v_shape > 1.5 && v_shape < 2.5)) {
    side = 0.57;
    float y = (v_shape > 3.5 ? p.y : -p.y) + 0.15;
    measure = max(0.866 * abs(p.x) + 0.5 * y, -y) / side;
  } else if (v_shape > 2.5) {
    side = 0.707;
    measure = abs(p.x) + abs(p.y);
  } else if (v_shape > 0.5) {
    side = 0.86;
    measure = max(abs(p.x), abs(p.y)) / side;
  }
  float inside = (1.0 - measure) * side * v_radius;
  #ifdef PICKING_MODE
  if (inside < 0.0) discard;
  gl_FragColor = v_color;
  #else
  float cover = clamp(inside + 0.5, 0.0, 1.0);
  if (cover <= 0.0) discard;
  gl_FragColor = mix(v_rimColor, v_color, clamp(inside - v_rimWidth + 0.5, 0.0, 1.0)) * cover;
  #endif
}`

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const
const { FLOAT, POINTS, UNSIGNED_BYTE } = WebGLRenderingContext

/** One point an instrument: ten thousand of them are drawn in a fraction of the time their triangles would take. */
class SignNodes extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rimColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rimWidth', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    }
  }

  processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData & Partial<Sign>): void {
    const { x, y, size, color, rimColor = color, rimWidth = 0, group = 'other' } = data
    const values = [
      x,
      y,
      size,
      floatColor(color),
      floatColor(rimColor),
      rimWidth,
      SHAPE_CODES[group],
      nodeIndex,
    ]
    this.array.set(values, start)
  }

  setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio)
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, pixelRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix)
  }
}

/** The program as sigma's settings take it. */
export const signProgram: NodeProgramType = SignNodes
