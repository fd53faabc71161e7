#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "io/deidentification/lost_letters.h"
#include "io/deidentification/spelling.h"
#include "io/deidentification/written_dates.h"

namespace io::deidentification {

/// The identifying values of the originals, as bytes in the character set of their files: to take out of texts that
/// stay, and to search an export for. First everything is learned, then settled once, then asked.
class Identifiers {
 public:
  static constexpr std::size_t kShortestSearched = 4;  ///< bytes; shorter ones are compared element by element

  /// A person's name, each word of it, the parts of double ones, its words without what stands between, how Latin
  /// letters write it, and its initials, which count beside a date of birth.
  void learnName(const std::string& value);
  /// A value that tells a person by itself: an ID, an address.
  void learnPersonal(const std::string& value);
  /// A number of a person, of whatever form: also without its leading zeros, its digits alone, and of a telephone as it
  /// is dialled within a country.
  void learnNumber(const std::string& value);
  /// Any other value that the profile takes out. It is none where the same value stays elsewhere by the profile.
  void learnOther(const std::string& value);
  void learnUid(const std::string& uid);
  void learnDate(const std::string& date);   ///< DA or DT; its day is searched for however it is written
  void learnBirth(const std::string& date);  ///< the same, and its initials' company
  /// A value that stays as it is: a number, an hour.
  void learnKept(const std::string& value);
  /// A text that stays, cleaned.
  void learnText(const std::string& value);
  /// Words of a standard: values of CS attributes, meanings of codes. A name that is such a word cannot be searched
  /// for.
  void learnTerm(const std::string& term);
  /// What the export writes itself in place of other things, a moved date too.
  void learnOwn(const std::string& value);

  void settle();

  /// Whose words a text has: names that are words of the program are taken out of its own texts only where they stand
  /// as a name is written (as learned, in capitals, with one capital).
  enum class Words { Foreign, Own };

  /// The text with every identifier in it taken out, however it is spelled (case, accents, marks between; inside longer
  /// words from four letters on), and every learned UID replaced.
  std::string cleaned(std::string text, const std::function<std::string(const std::string&)>& newUid,
                      Words words = Words::Foreign) const;
  /// Whether an identifier stands in a text.
  bool isIn(const std::string& text) const;
  bool isUid(const std::string& uid) const { return uids_.contains(uid); }
  bool isOwn(const std::string& value) const { return own_.contains(value); }

  /// An identifier that stands in these bytes as it was learned; absent when none does.
  std::optional<std::string> foundIn(std::span<const std::byte> bytes) const;
  /// The same for bytes that nobody cleans, as pixels: names in other spellings, those of six bytes and more (fewer
  /// would be met by chance), one byte a letter or two. In texts, which are cleaned of them, what is left are the
  /// program's own words.
  std::optional<std::string> foundSpelledOtherwise(std::span<const std::byte> bytes) const;
  /// Whether a value of bytes or numbers holds an identifier: one byte a letter, two or four, or two by two turned.
  bool isInBytes(std::span<const std::byte> bytes) const;
  /// Names and IDs that are also words of a standard, so that a search of bytes would tell nothing.
  const std::vector<std::string>& unsearchable() const { return unsearchable_; }

 private:
  /// An identifier as texts are searched for it.
  struct Searched {
    std::string value, folded, squeezed;
    bool inWords = false;  ///< inside longer words too
    bool spelled = false;  ///< a person's: with other marks between its letters
    bool spread = false;   ///< a short one of a person: with a mark between each two of its letters
    bool isTerm = false;   ///< a word of the standard too
  };
  using ByStart = std::vector<std::vector<std::string>>;  ///< by their first two bytes

  void search(const std::string& value, ByStart& among);
  void searchInTexts(const std::string& value, bool personal);
  void learnInitials(const std::string& component);
  bool isTerm(const std::string& value) const;
  static std::optional<std::string> found(const ByStart& among, std::span<const std::byte> bytes);
  void takeOutAll(std::string& text, Reading reading, Words words) const;
  static void takeOut(std::string& text, Folded& spelled, const Searched& identifier, Reading reading, Words words);
  static void takeOutSqueezed(std::string& text, Folded& spelled, Folded& dense, const Searched& identifier,
                              Reading reading, Words words);
  void takeOutDays(std::string& text, Reading reading) const;
  void addInitialsNear(const std::vector<Token>& tokens, std::string_view spelled, WrittenDay& day) const;

  std::set<std::string> personal_, other_, kept_, texts_, terms_, own_, initials_;
  std::set<std::string> shortNames_;  ///< of two letters: whole words alone
  Days days_, births_;
  std::unordered_set<std::string> uids_;
  std::vector<Searched> inTexts_;
  std::vector<LostLetters> lostLetters_;
  std::vector<std::string> unsearchable_;
  ByStart searched_, spelledOtherwise_;
};

}  // namespace io::deidentification
