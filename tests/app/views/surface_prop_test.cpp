#include "app/views/surface_prop.h"

#include <gtest/gtest.h>

#include <vtkActor.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>

#include "tests/app/views/scene.h"

namespace {

using app::views::SurfaceProp;
using planning::makePoint;

vtkIdType trianglesDrawn(const SurfaceProp& prop) {
  return vtkPolyDataMapper::SafeDownCast(prop.actor()->GetMapper())->GetInput()->GetNumberOfPolys();
}

TEST(SurfaceProp, drawsTheTrianglesThatAreMeasured) {
  const auto surface = tests::ball(makePoint(1, 2, 3), 10, 30);
  const SurfaceProp prop(surface);
  auto* drawn = vtkPolyDataMapper::SafeDownCast(prop.actor()->GetMapper())->GetInput();
  ASSERT_EQ(drawn->GetNumberOfPolys(), static_cast<vtkIdType>(surface->triangles.size()));
  for (const vtkIdType triangle : {0, 77, 1500}) {
    vtkIdType count = 0;
    const vtkIdType* corners = nullptr;
    drawn->GetCellPoints(triangle, count, corners);
    ASSERT_EQ(count, 3);
    for (int i = 0; i < 3; ++i) {
      const auto& truth =
          surface->vertices[surface->triangles[static_cast<std::size_t>(triangle)][static_cast<std::size_t>(i)]];
      double place[3];
      drawn->GetPoint(corners[i], place);
      for (std::size_t axis = 0; axis < 3; ++axis) EXPECT_EQ(static_cast<float>(place[axis]), truth[axis]);
    }
  }
}

TEST(SurfaceProp, thinsALargeSurfaceOnlyWhileAsked) {
  const auto surface = tests::ball(makePoint(0, 0, 0), 50, 120);
  SurfaceProp prop(surface);
  prop.setThinned(true);
  EXPECT_LT(trianglesDrawn(prop), static_cast<vtkIdType>(surface->triangles.size() / 4));
  prop.setThinned(false);
  EXPECT_EQ(trianglesDrawn(prop), static_cast<vtkIdType>(surface->triangles.size()));
}

TEST(SurfaceProp, neverThinsASmallSurface) {
  const auto artery = tests::ball(makePoint(0, 0, 0), 1, 20);
  SurfaceProp prop(artery);
  prop.setThinned(true);
  EXPECT_EQ(trianglesDrawn(prop), static_cast<vtkIdType>(artery->triangles.size()));
}

TEST(Thinning, staysWithinACellOfTheSurface) {
  const auto middle = makePoint(10, -30, 5);
  const auto thinned = app::views::thin(*tests::ball(middle, 40, 100), 4);
  EXPECT_GT(thinned.triangles.size(), 100U);
  for (const auto& v : thinned.vertices) EXPECT_NEAR((makePoint(v[0], v[1], v[2]) - middle).GetNorm(), 40, 4);
}

}  // namespace
