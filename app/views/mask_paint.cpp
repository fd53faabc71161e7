#include "app/views/mask_paint.h"

#include <QImage>
#include <QPainter>

#include <cmath>

namespace app::views {
namespace {

constexpr int kHatchPixels = 8, kLinePixels = 2;
constexpr int kLineAlpha = 210, kBetweenAlpha = 60;

/// The mask's voxels along a row of the screen: where it begins, and the way from pixel to pixel.
struct Along {
  itk::ContinuousIndex<double, 3> at;
  itk::Vector<double, 3> step;
};

Along alongRow(const ViewPlane& plane, const planning::anatomy::Mask& mask, int y) {
  const auto indexAt = [&](double x) {
    itk::ContinuousIndex<double, 3> index;
    mask.TransformPhysicalPointToContinuousIndex(plane.toPatient({x, y + 0.5}), index);
    return index;
  };
  const auto first = indexAt(0.5);
  return {first, indexAt(1.5) - first};
}

}  // namespace

void paintMask(QPainter& painter, const ViewPlane& plane, const planning::anatomy::Mask& mask, const QColor& colour) {
  const QSize size = plane.size.toSize();
  QImage picture(size, QImage::Format_ARGB32_Premultiplied);
  picture.fill(Qt::transparent);
  const auto faded = [&colour](int alpha) {
    return qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
  };
  const QRgb line = faded(kLineAlpha), between = faded(kBetweenAlpha);
  const auto& region = mask.GetBufferedRegion();
  for (int y = 0; y < size.height(); ++y) {
    auto* pixels = reinterpret_cast<QRgb*>(picture.scanLine(y));
    Along voxel = alongRow(plane, mask, y);
    for (int x = 0; x < size.width(); ++x, voxel.at += voxel.step) {
      planning::anatomy::Mask::IndexType index;
      for (unsigned axis = 0; axis < 3; ++axis) index[axis] = std::lround(voxel.at[axis]);
      if (region.IsInside(index) && mask.GetPixel(index) != 0)
        pixels[x] = (x + y) % kHatchPixels < kLinePixels ? line : between;
    }
  }
  painter.drawImage(QPointF(0, 0), picture);
}

}  // namespace app::views
