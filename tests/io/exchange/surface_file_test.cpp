#include "io/exchange/surface_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <sstream>

namespace {

using planning::makePoint;
using planning::Point;

/// An OBJ file as any program reads it: objects with their triangles, places as the text says them.
struct Obj {
  std::string firstLine;
  std::vector<std::array<float, 3>> vertices;
  std::map<std::string, std::vector<std::array<std::size_t, 3>>> triangles;
};

Obj read(const std::string& text) {
  Obj obj;
  std::string object;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (obj.firstLine.empty()) obj.firstLine = line;
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "o") words >> object;
    if (kind == "v") {
      auto& vertex = obj.vertices.emplace_back();
      words >> vertex[0] >> vertex[1] >> vertex[2];
    }
    if (kind == "f") {
      auto& triangle = obj.triangles[object].emplace_back();
      words >> triangle[0] >> triangle[1] >> triangle[2];
    }
    EXPECT_FALSE(words.fail()) << line;
  }
  return obj;
}

/// The volume that an object encloses, mm³; positive where its outer side turns counter-clockwise.
double volumeOf(const Obj& obj, const std::string& name) {
  double six = 0;
  for (const auto& triangle : obj.triangles.at(name)) {
    const auto corner = [&](int i) {
      const auto& v = obj.vertices.at(triangle[static_cast<std::size_t>(i)] - 1);
      return planning::makeVector(v[0], v[1], v[2]);
    };
    six += planning::dot(corner(0), planning::cross(corner(1), corner(2)));
  }
  return six / 6;
}

planning::Plan planned(const Point& entry, const Point& target) {
  planning::Plan plan;
  auto& needle = plan.choices.needles.emplace_back();
  needle.label = "Needle 1";
  needle.entry = entry, needle.target = target;
  needle.needle = planning::needle::Needle{22, 90, 0.718};
  return plan;
}

/// A corner of a cube cut off: four triangles whose normals point out.
planning::anatomy::MeasuredStructure tetrahedron(const std::string& name) {
  planning::anatomy::MeasuredStructure measured;
  measured.structure.name = name;
  measured.surface = std::make_shared<planning::anatomy::Surface>(planning::anatomy::Surface{
      {{0, 0, 0}, {0.1F, 0, 0}, {0, 123.456787F, 0}, {0, 0, -3e-5F}}, {{0, 1, 2}, {0, 2, 3}, {0, 3, 1}, {1, 3, 2}}});
  return measured;
}

}  // namespace

TEST(SurfaceFile, givesEveryVertexAndTriangleBackExactly) {
  const auto body = tetrahedron("Aorte = gauche/1");
  const auto text = io::exchange::toObj({}, {body, tetrahedron("second")});
  ASSERT_TRUE(text);
  const Obj obj = read(*text);
  EXPECT_EQ(obj.firstLine, "# SPACE=LPS");
  ASSERT_EQ(obj.vertices.size(), 8u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(obj.vertices[i], body.surface->vertices[i]);
    EXPECT_EQ(obj.vertices[i + 4], body.surface->vertices[i]);
  }
  ASSERT_EQ(obj.triangles.at("Aorte___gauche_1").size(), 4u);
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t corner = 0; corner < 3; ++corner) {
      EXPECT_EQ(obj.triangles.at("Aorte___gauche_1")[i][corner], body.surface->triangles[i][corner] + 1);
      EXPECT_EQ(obj.triangles.at("second")[i][corner], body.surface->triangles[i][corner] + 5);
    }
}

TEST(SurfaceFile, drawsANeedleFromEntryToTargetAtItsRadius) {
  for (const auto& [entry, target] :
       {std::pair(makePoint(-31.5, 95, -290), makePoint(-10, 20, -301)),
        std::pair(makePoint(80, 0, 0), makePoint(0, 0, 0)), std::pair(makePoint(0, 0, 0), makePoint(0, 0, 50))}) {
    const auto text = io::exchange::toObj(planned(entry, target), {});
    ASSERT_TRUE(text);
    const Obj obj = read(*text);
    const double lengthMm = (target - entry).GetNorm(), radiusMm = 0.359;
    const double area = 24 * 0.5 * radiusMm * radiusMm * std::sin(2 * M_PI / 24);  // of the regular 24-gon
    EXPECT_NEAR(volumeOf(obj, "Needle_1"), area * lengthMm, 1e-3 * area * lengthMm);
    const auto axis = (target - entry) / lengthMm;
    for (const auto& v : obj.vertices) {
      const auto fromEntry = makePoint(v[0], v[1], v[2]) - entry;
      const double along = fromEntry * axis, off = (fromEntry - axis * along).GetNorm();
      EXPECT_TRUE(std::abs(along) < 1e-4 || std::abs(along - lengthMm) < 1e-4) << along;
      EXPECT_TRUE(off < 1e-4 || std::abs(off - radiusMm) < 1e-4) << off;
    }
  }
}

TEST(SurfaceFile, givesTheSameTrianglesAsStl) {
  const auto text = io::exchange::toStl(planned(makePoint(0, 0, 0), makePoint(0, 0, 50)), {tetrahedron("a")});
  ASSERT_TRUE(text);
  EXPECT_TRUE(text->starts_with("SPACE=LPS "));  // not "solid", which would make it a text
  std::uint32_t count = 0;
  std::memcpy(&count, text->data() + 80, 4);
  ASSERT_EQ(count, 4 * 24u + 4);
  ASSERT_EQ(text->size(), 84 + 50 * std::size_t{count});
  std::array<float, 12> numbers{};  // normal and corners; the last triangle is the tetrahedron's slanted side
  std::memcpy(numbers.data(), text->data() + 84 + 50 * (count - 1), sizeof numbers);
  const std::array<float, 9> corners{0.1F, 0, 0, 0, 0, -3e-5F, 0, 123.456787F, 0};
  EXPECT_TRUE(std::equal(corners.begin(), corners.end(), numbers.begin() + 3));
  // Across (-0.1, 0, -3e-5) and (-0.1, 123.456787, 0), out of the body: toward +x and, steeply, -z.
  EXPECT_NEAR(numbers[0], 3e-4, 1e-6);
  EXPECT_NEAR(numbers[1], 2.43e-7, 1e-8);
  EXPECT_NEAR(numbers[2], -1, 1e-6);
}

TEST(SurfaceFile, takesItsFormFromTheEnding) {
  const auto plan = planned(makePoint(0, 0, 0), makePoint(0, 0, 50));
  EXPECT_EQ(*io::exchange::toSurfaces("a/b.STL", plan, {}), *io::exchange::toStl(plan, {}));
  EXPECT_EQ(*io::exchange::toSurfaces("a.stl/b.obj", plan, {}), *io::exchange::toObj(plan, {}));
}

TEST(SurfaceFile, isRefusedWhereThereIsNothingOrNoPatientFrame) {
  EXPECT_EQ(io::exchange::toObj({}, {}).error().code, "no-placed-needle");
  planning::Plan projected = planned(makePoint(0, 0, 0), makePoint(0, 0, 50));
  projected.choices.fluoroscopy.emplace();
  EXPECT_EQ(io::exchange::toObj(projected, {}).error().code, "plan-not-in-patient");
  EXPECT_EQ(io::exchange::toStl({}, {}).error().code, "no-placed-needle");
}
