#include <cstdio>
#include <cstdlib>

#include "tests/adversary/kinds.h"

namespace adversary {

void Tally::count(const std::string& kind, const std::string& code, bool caught) {
  Row& row = rows_[kind];
  row.code = code;
  ++row.planted, row.caught += caught;
}

int Tally::planted(const std::string& kind) const {
  const auto found = rows_.find(kind);
  return found == rows_.end() ? 0 : found->second.planted;
}

void Tally::print(const std::string& title) const {
  int planted = 0, caught = 0;
  for (const auto& [kind, row] : rows_) planted += row.planted, caught += row.caught;
  std::printf("%s: %zu kinds, %d planted, %d caught by their own finding; honest twins %d, ready %d\n", title.c_str(),
              rows_.size(), planted, caught, honest_, ready_);
  for (const auto& [kind, row] : rows_)
    std::printf("  %-52s %4d of %4d  %s\n", kind.c_str(), row.caught, row.planted, row.code.c_str());
}

std::vector<unsigned> seeds(unsigned count) {
  if (const char* one = std::getenv("NEEDLEPLAN_ADVERSARY_SEED"))
    return {static_cast<unsigned>(std::strtoul(one, nullptr, 10))};
  std::vector<unsigned> all;
  for (unsigned seed = 1; seed <= count; ++seed) all.push_back(seed);
  return all;
}

}  // namespace adversary
