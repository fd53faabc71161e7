#include "app/views/risk_paint.h"

#include <vtkActor.h>
#include <vtkDataObject.h>
#include <vtkPolyDataMapper.h>
#include <vtkShaderProperty.h>
#include <vtkUniforms.h>

#include <string>
#include <string_view>

#include "app/views/risk_colours.h"
#include "shaders/embedded.h"

namespace app::views {
namespace {

struct Piece {
  bool vertex;
  const char* tag;
  std::string_view glsl;
};
constexpr Piece kPieces[] = {{true, "//VTK::PositionVC::Dec", shaders::kRiskVertexDec},
                             {true, "//VTK::PositionVC::Impl", shaders::kRiskVertexImpl},
                             {false, "//VTK::Color::Dec", shaders::kRiskFragmentDec},
                             {false, "//VTK::Color::Impl", shaders::kRiskFragmentColour},
                             {false, "//VTK::Light::Impl", shaders::kRiskFragmentProbe}};

void setColour(vtkUniforms& uniforms, const char* name, const QColor& colour) {
  const float rgb[3] = {static_cast<float>(colour.redF()), static_cast<float>(colour.greenF()),
                        static_cast<float>(colour.blueF())};
  uniforms.SetUniform3f(name, rgb);
}

}  // namespace

void attachRiskShader(vtkActor& actor) {
  auto* property = actor.GetShaderProperty();
  for (const Piece& piece : kPieces) {
    const std::string code = std::string(piece.tag) + "\n" + std::string(piece.glsl);
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
