#include "io/deidentification/legible.h"

#include <utility>

namespace io::deidentification {
namespace {

constexpr std::size_t kShortest = 6;

void addRuns(std::span<const std::byte> bytes, std::vector<std::string>& runs) {
  std::string run;
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    const auto c = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    if (c >= 0x20 && c != 0x7f) {
      run += static_cast<char>(c);
      continue;
    }
    const bool whole = !run.empty() && run.size() == i && i + 1 >= bytes.size();
    if (run.size() >= kShortest || whole) runs.push_back(run);
    run.clear();
  }
}

}  // namespace

std::vector<std::byte> everyOf(std::span<const std::byte> bytes, std::size_t first, std::size_t step) {
  std::vector<std::byte> every;
  every.reserve(bytes.size() / step + 1);
  for (std::size_t i = first; i < bytes.size(); i += step) every.push_back(bytes[i]);
  return every;
}

std::vector<std::string> legibleIn(std::span<const std::byte> bytes) {
  std::vector<std::string> runs;
  addRuns(bytes, runs);
  std::vector<std::byte> turned(bytes.begin(), bytes.end());
  for (std::size_t i = 1; i < turned.size(); i += 2) std::swap(turned[i - 1], turned[i]);
  addRuns(turned, runs);
  for (const std::size_t step : {2, 4})
    for (std::size_t first = 0; first < step; ++first) addRuns(everyOf(bytes, first, step), runs);
  return runs;
}

}  // namespace io::deidentification
