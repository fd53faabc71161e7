#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include "app/views/mask_paint.h"
#include "planning/anatomy/mask_grid.h"
#include "tests/app/views/scene.h"

namespace {

using namespace app::views;

// One voxel of an oblique grid of a tilted gantry: the pixels painted are those whose middle lies in it.
TEST(MaskPaint, coversTheVoxelsThatThePlaneCuts) {
  for (const auto& options : {tests::straight(), tests::oblique(), tests::sheared(), tests::leftHanded()}) {
    const auto volume = tests::makeVolume(options);
    const auto mask = planning::anatomy::emptyMask(*volume->hu, planning::anatomy::wholeRange(*volume->hu));
    mask->SetPixel({{20, 15, 10}}, 1);
    ViewPlane plane{axialAxes(), tests::placeOf(*volume, {20, 15, 10}), 0.1, QSizeF(60, 50)};
    plane.centre[0] += 0.713, plane.centre[1] += 0.117;  // no pixel lies on a voxel's edge
    QImage picture(60, 50, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    paintMask(painter, plane, *mask, Qt::white);
    painter.end();
    int painted = 0;
    for (int y = 0; y < 50; ++y)
      for (int x = 0; x < 60; ++x) {
        const bool in = planning::anatomy::contains(*mask, plane.toPatient({x + 0.5, y + 0.5}));
        EXPECT_EQ(picture.pixelColor(x, y) != QColor(Qt::black), in) << x << ' ' << y;
        painted += in;
      }
    EXPECT_GT(painted, 100);
    EXPECT_LT(painted, 3000);
  }
}

}  // namespace
