#pragma once

#include <QString>

#include "planning/fluoroscopy/marked_views.h"

namespace app::fluoroscopy {

/// "XA  Sample Cath Image".
QString runTitle(const planning::fluoroscopy::View& view);
/// "LAO 40.1°  CRA 27.0°", with "(given)" where the operator said so; or that the angles are not known.
QString anglesText(const planning::fluoroscopy::MarkedView& view);
/// What makes millimetres of pixels.
QString scaleWord(planning::fluoroscopy::Scale::Source source);

}  // namespace app::fluoroscopy
