#pragma once

class QPainter;
class QRectF;

namespace app {
struct SkinRiskMap;
}

namespace app::views {

/// The risk map's colours in words and mm, in the top left corner of a view; in a line or two in a small one.
void paintRiskLegend(QPainter& painter, const QRectF& view, const SkinRiskMap& map, double nearBandMm);

}  // namespace app::views
