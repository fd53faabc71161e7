#include "app/views/risk_paint.h"

#include <vtkActor.h>
#include <vtkDataObject.h>
#include <vtkPolyDataMapper.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>

#include <string>

#include "app/look/shader_source.h"
#include "app/views/risk_colours.h"

namespace app::views {
namespace {

struct Piece {
  bool vertex;
  const char* tag;
  const char* file;  ///< of shaders/
};
constexpr Piece kPieces[] = {{true, "//VTK::PositionVC::Dec", "risk_vertex_dec.glsl"},
                             {true, "//VTK::PositionVC::Impl", "risk_vertex_impl.glsl"},
                             {false, "//VTK::Color::Dec", "risk_fragment_dec.glsl"},
                             {false, "//VTK::Color::Impl", "risk_fragment_colour.glsl"},
                             {false, "//VTK::Light::Impl", "risk_fragment_probe.glsl"}};

void setColour(vtkUniforms& uniforms, const char* name, const QColor& colour) {
  const float rgb[3] = {static_cast<float>(colour.redF()), static_cast<float>(colour.greenF()),
                        static_cast<float>(colour.blueF())};
  uniforms.SetUniform3f(name, rgb);
}

}  // namespace

void attachRiskShader(vtkActor& actor) {
  auto* property = actor.GetShaderProperty();
  for (const Piece& piece : kPieces) {
    const std::string code = std::string(piece.tag) + "\n" + std::string(shaderSource(piece.file));
    if (piece.vertex)
      property->AddVertexShaderReplacement(piece.tag, true, code, false);
    else
      property->AddFragmentShaderReplacement(piece.tag, true, code, false);
  }
  styleRisk(actor, {});
  if (auto* mapper = vtkPolyDataMapper::SafeDownCast(actor.GetMapper()))
    mapper->MapDataArrayToVertexAttribute("riskOfVertex", kRiskArray, vtkDataObject::FIELD_ASSOCIATION_POINTS, -1);
}

void detachRiskShader(vtkActor& actor) {
  auto* property = actor.GetShaderProperty();
  property->ClearAllVertexShaderReplacements();
  property->ClearAllFragmentShaderReplacements();
  property->GetFragmentCustomUniforms()->RemoveAllUniforms();
  if (auto* mapper = vtkPolyDataMapper::SafeDownCast(actor.GetMapper())) mapper->RemoveAllVertexAttributeMappings();
}

void styleRisk(vtkActor& actor, const RiskStyle& style) {
  constexpr double kHatch = 9;  // logical pixels
  auto& uniforms = *actor.GetShaderProperty()->GetFragmentCustomUniforms();
  const float bands[3] = {static_cast<float>(style.bandsMm[0]), static_cast<float>(style.bandsMm[1]),
                          static_cast<float>(style.bandsMm[2])};
  uniforms.SetUniform3f("riskBandsMm", bands);
  setColour(uniforms, "riskForbidden", risk::kForbidden);
  setColour(uniforms, "riskNear", risk::kNear);
  setColour(uniforms, "riskNarrow", risk::kNarrow);
  setColour(uniforms, "riskMiddle", risk::kMiddle);
  setColour(uniforms, "riskWide", risk::kWide);
  uniforms.SetUniformf("riskHatchPx", static_cast<float>(kHatch * style.devicePixelRatio));
  uniforms.SetUniformf("riskVeil", static_cast<float>(style.veil));
  uniforms.SetUniformi("riskProbe", style.probe ? 1 : 0);
}

}  // namespace app::views
