#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "io/report/codes.h"
#include "io/report/content_item.h"
#include "io/report/tree_writer.h"
#include "planning/rounding.h"

namespace io::report {

inline constexpr double kLongestMm = 3000;  ///< longer than any patient, and than any C-arm

/// A text: an item of type TEXT, a name PNAME, a day (YYYY-MM-DD) DATETIME; absent when empty.
enum class TextKind { Text, Person, Day };
template <class Owner>
struct Text {
  std::string Owner::*value;
  TextKind kind = TextKind::Text;
};

/// What a word of an enumeration is coded as.
struct CodedWord {
  const char* word;
  CodedConcept coded;
};

/// A value of an enumeration, by its word: a TEXT, or a CODE where its words have codes.
template <class Owner>
struct Word {
  std::string (*word)(const Owner&);         ///< empty: absent
  bool (*take)(Owner&, const std::string&);  ///< false: no such word
  std::span<const CodedWord> codes{};
};

/// Yes or no: a CODE. Absent it means no.
template <class Owner>
struct Answer {
  bool Owner::*value;
  bool alsoNo = false;  ///< No is written too
};

/// A NUM in its unit, which a reader refuses outside its range.
template <class Owner>
struct Number {
  std::optional<double> Owner::*value;
  CodedConcept unit;
  double least, most;
  const char* timePoint = nullptr;  ///< tells apart several of one concept: a TEXT below the item
};

/// A plain value of `Owner`: one item under one concept, one key. Writer, reader, what refuses impossible numbers, what
/// rounds before saving, JSON and command line walk rows of these; a value that needs more is written by hand.
template <class Owner>
struct Field {
  CodedConcept name;
  const char* key;  ///< of the JSON (app/json/README.md), its unit in it; null: not there
  std::variant<Text<Owner>, Word<Owner>, Answer<Owner>, Number<Owner>> value;
};

/// The items of a text and of a coded word: added below the item that the writer stands on, and read. False when it
/// cannot be read.
void writeText(TreeWriter& tree, const CodedConcept& name, TextKind kind, const std::string& value);
void writeWord(TreeWriter& tree, const CodedConcept& name, std::span<const CodedWord> codes, const std::string& word);
/// As it stands in a plan: a day as YYYY-MM-DD.
std::string textIn(const ContentItem& item, TextKind kind);
/// Empty where it is none of the words' codes.
std::string wordIn(const ContentItem& item, std::span<const CodedWord> codes);
/// The shortest decimal that reads back, without an exponent.
std::string typedNumber(double value);
/// A number from the command line or a form: absent where it is none, or outside.
std::optional<double> numberWithin(const std::string& text, double least, double most);

/// Below the item that the writer stands on.
template <class Owner>
void writeField(TreeWriter& tree, const Field<Owner>& field, const Owner& owner) {
  constexpr auto below = Relation::Contains;
  if (const auto* text = std::get_if<Text<Owner>>(&field.value))
    writeText(tree, field.name, text->kind, owner.*(text->value));
  if (const auto* word = std::get_if<Word<Owner>>(&field.value))
    writeWord(tree, field.name, word->codes, word->word(owner));
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value))
    if (answer->alsoNo || owner.*(answer->value)) tree.answer(below, field.name, owner.*(answer->value));
  if (const auto* number = std::get_if<Number<Owner>>(&field.value))
    if (owner.*(number->value))
      tree.number(below, field.name, *(owner.*(number->value)), number->unit, [&] {
        if (number->timePoint != nullptr) tree.text(Relation::ConceptModifier, kCodes.timePoint, number->timePoint);
      });
}

template <class Owner>
bool isWithin(const Number<Owner>& number, const ContentItem& item) {
  return item.number && number.unit.is(item.unit) && *item.number >= number.least && *item.number <= number.most;
}

/// The first item below `parent` that says it; null where there is none.
template <class Owner>
const ContentItem* itemOf(const ContentItem& parent, const Field<Owner>& field) {
  const auto* number = std::get_if<Number<Owner>>(&field.value);
  if (number == nullptr || number->timePoint == nullptr) return parent.child(field.name);
  for (const auto* item : parent.childrenNamed(field.name))
    if (textOf(*item, kCodes.timePoint) == number->timePoint) return item;
  return nullptr;
}

/// Numbers rounded to 0.001; as it was where there is no item. False when it cannot be read: a word that is none, a
/// number that cannot be.
template <class Owner>
bool readField(const ContentItem& parent, const Field<Owner>& field, Owner& owner) {
  const auto* item = itemOf(parent, field);
  if (item == nullptr) return true;
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) owner.*(text->value) = textIn(*item, text->kind);
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) return word->take(owner, wordIn(*item, word->codes));
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value)) owner.*(answer->value) = kCodes.yes.is(item->code);
  const auto* number = std::get_if<Number<Owner>>(&field.value);
  if (number == nullptr) return true;
  owner.*(number->value) = planning::rounded(item->number);
  return isWithin(*number, *item);
}

/// From what a person typed: a text as it is, a word, "yes" or "no", a number. False for what it cannot be.
template <class Owner>
bool takeTyped(const std::string& typed, const Field<Owner>& field, Owner& owner) {
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) owner.*(text->value) = typed;
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) return word->take(owner, typed);
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value)) {
    owner.*(answer->value) = typed == "yes";
    return typed == "yes" || typed == "no";
  }
  const auto* number = std::get_if<Number<Owner>>(&field.value);
  if (number == nullptr) return true;
  owner.*(number->value) = numberWithin(typed, number->least, number->most);
  return (owner.*(number->value)).has_value();
}

/// What takeTyped() takes; empty where it is absent or no.
template <class Owner>
std::string typedOf(const Field<Owner>& field, const Owner& owner) {
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) return owner.*(text->value);
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) return word->word(owner);
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value)) return owner.*(answer->value) ? "yes" : "";
  const auto& number = owner.*(std::get<Number<Owner>>(field.value).value);
  return number ? typedNumber(*number) : std::string();
}

/// As it will be written.
template <class Owner>
void roundField(const Field<Owner>& field, Owner& owner) {
  if (const auto* number = std::get_if<Number<Owner>>(&field.value))
    owner.*(number->value) = planning::rounded(owner.*(number->value));
}

}  // namespace io::report
