#include "app/practice/slice_picture.h"

#include <gtest/gtest.h>

#include "tests/app/views/scene.h"

namespace {

QImage drawn(const QString& title, int width) {
  app::practice::SlicePicture picture;
  picture.resize(width, 300);
  app::practice::SliceScene scene;
  scene.volume = tests::makeVolume(tests::straight());
  scene.title = title;
  picture.show(scene);
  return picture.grab().toImage();
}

}  // namespace

TEST(SlicePicture, cutsNoNumberOffItsTitle) {
  const QString title = QString::fromUtf8("Coupe de contrôle 12 : S 102.2 mm, aiguille à 80.%1 mm dans le patient");
  for (const int width : {240, 320, 700}) {
    EXPECT_EQ(drawn(title.arg(1), width), drawn(title.arg(1), width));
    EXPECT_NE(drawn(title.arg(1), width), drawn(title.arg(7), width)) << width << " pixels";
  }
}
