#include "io/sandbox/wire_reader.h"

#include <gtest/gtest.h>

namespace {

/// A value that holds others of its kind.
struct Nest {
  int number = 0;
  std::vector<Nest> inside;
};

template <class Archive>
void fields(Archive& a, Nest& x) {
  a(x.number, x.inside);
}

struct Word {
  std::string text;
};

template <class Archive>
void fields(Archive& a, Word& x) {
  a(x.text);
}

}  // namespace

namespace io::sandbox {

template <>
inline constexpr std::uint64_t kMost<Word> = 3;

}  // namespace io::sandbox

namespace {

template <class Value>
std::optional<Value> sent(Value value) {
  io::sandbox::Writer writer;
  writer(value);
  io::sandbox::Reader reader(writer.bytes);
  std::optional<Value> back(std::in_place);
  reader(*back);
  if (reader.failed() || !reader.atEnd()) back.reset();
  return back;
}

Nest nestOf(int depth) {
  Nest nest;
  auto* last = &nest;
  for (int i = 1; i < depth; ++i) last = &last->inside.emplace_back(Nest{i, {}});
  return nest;
}

TEST(Wire, carriesTheKindThatAVariantHolds) {
  using Either = std::variant<int, std::string, Word>;
  EXPECT_EQ(std::get<int>(sent(Either(7)).value()), 7);
  EXPECT_EQ(std::get<std::string>(sent(Either("seven")).value()), "seven");
  EXPECT_EQ(std::get<Word>(sent(Either(Word{"VII"})).value()).text, "VII");
}

TEST(Wire, takesNoKindThatIsNone) {
  io::sandbox::Writer writer;
  std::uint8_t kind = 2;
  int number = 7;
  writer(kind, number);
  io::sandbox::Reader reader(writer.bytes);
  std::variant<int, std::string> value;
  reader(value);
  EXPECT_TRUE(reader.failed());
}

TEST(Wire, goesNoDeeperThanItMust) {
  const auto deep = sent(nestOf(io::sandbox::kDeepest));
  ASSERT_TRUE(deep);
  EXPECT_EQ(deep->inside.at(0).inside.at(0).number, 2);
  EXPECT_FALSE(sent(nestOf(io::sandbox::kDeepest + 1)));
  EXPECT_FALSE(sent(nestOf(1000)));
}

TEST(Wire, countsWhatIsLimitedInAllListsTogether) {
  using Lists = std::vector<std::vector<Word>>;
  EXPECT_TRUE(sent(Lists{std::vector<Word>(2), std::vector<Word>(1)}));
  EXPECT_FALSE(sent(Lists{std::vector<Word>(2), std::vector<Word>(2)}));
  EXPECT_FALSE(sent(std::vector<Word>(4)));
}

}  // namespace
