#version 150
// The line integral of attenuation from the source to a pixel; planning/fluoroscopy/radiograph.h is its twin on the
// processor. Uniforms: README.md.
uniform sampler3D samples;
uniform vec3 size;
uniform vec3 source;
uniform vec3 toFirstPixel;
uniform vec3 perColumn;
uniform vec3 perRow;
uniform vec2 principalPoint;
uniform vec3 detectorMm;
uniform float stepMm;
uniform float attenuationPerMm;
out vec4 attenuation;

const float kEdge = 1e-3;

void main() {
  vec2 pixel = gl_FragCoord.xy - 0.5;
  vec2 asideMm = (pixel - principalPoint) * detectorMm.xy;
  float lengthMm = length(vec3(asideMm, detectorMm.z));
  vec3 perMm = (toFirstPixel + perColumn * pixel.x + perRow * pixel.y) / lengthMm;
  float from = 0.0;
  float to = 1e9;
  for (int axis = 0; axis < 3; ++axis) {
    float last = size[axis] - 1.0 - kEdge;
    if (abs(perMm[axis]) < 1e-9) {
      if (source[axis] < 0.0 || source[axis] > last) to = -1.0;
      continue;
    }
    float a = -source[axis] / perMm[axis];
    float b = (last - source[axis]) / perMm[axis];
    from = max(from, min(a, b));
    to = min(to, max(a, b));
  }
  float sum = 0.0;
  if (to > from) {
    vec3 start = source + perMm * from;
    float within = to - from;
    int steps = int(ceil(within / stepMm));
    for (int i = 0; i < steps; ++i) {
      float at = float(i) * stepMm;
      float piece = min(stepMm, within - at);
      vec3 index = clamp(start + perMm * (at + 0.5 * piece), vec3(0.0), size - 1.0);
      sum += piece * texture(samples, (index + 0.5) / size).r;
    }
  }
  attenuation = vec4(sum * attenuationPerMm, 0.0, 0.0, 1.0);
}
