#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace io::deidentification {

/// A name as programs leave it that cannot write its letters beyond ASCII: "Lef?vre", "Lef_vre", "Lef vre", "Lefvre",
/// or with any other signs in their place, as wrong character sets make them.
class LostLetters {
 public:
  /// Of a name, or a part of one, without marks between its letters.
  explicit LostLetters(std::string_view name);

  /// False of a name without such letters, and of one that has nothing else.
  bool canBe() const { return pieces_.size() > 1 && letters_ > 0; }
  /// Where it stands in a text, from byte `start` on, first and past the last byte; [npos, npos] nowhere. Short ones
  /// must be words of their own.
  struct Place {
    std::size_t begin = std::string_view::npos, end = std::string_view::npos;
  };
  Place in(std::string_view text, std::size_t start = 0) const;

 private:
  std::vector<std::string> pieces_{{}};  ///< in small letters; between them a letter is lost
  std::size_t letters_ = 0;
};

}  // namespace io::deidentification
