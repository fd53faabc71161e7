#pragma once

#include <optional>
#include <string>
#include <variant>

#include "io/report/codes.h"
#include "io/report/content_item.h"
#include "io/report/tree_writer.h"
#include "planning/rounding.h"

namespace io::report {

inline constexpr double kLongestMm = 3000;  ///< longer than any patient, and than any C-arm

/// A TEXT; absent when empty.
template <class Owner>
struct Text {
  std::string Owner::*value;
};

/// A value of an enumeration, by its word: a TEXT.
template <class Owner>
struct Word {
  std::string (*word)(const Owner&);         ///< empty: absent
  bool (*take)(Owner&, const std::string&);  ///< false: no such word
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
};

/// A plain value of `Owner`: one item under one concept, one key. Writer, reader, what refuses impossible numbers, what
/// rounds before saving and the JSON walk rows of these; a value that needs more is written by hand.
template <class Owner>
struct Field {
  CodedConcept name;
  const char* key;  ///< of the JSON (app/json/README.md), its unit in it; null: not there
  std::variant<Text<Owner>, Word<Owner>, Answer<Owner>, Number<Owner>> value;
};

/// Below the item that the writer stands on.
template <class Owner>
void writeField(TreeWriter& tree, const Field<Owner>& field, const Owner& owner) {
  constexpr auto below = Relation::Contains;
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) tree.text(below, field.name, owner.*(text->value));
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) tree.text(below, field.name, word->word(owner));
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value))
    if (answer->alsoNo || owner.*(answer->value)) tree.answer(below, field.name, owner.*(answer->value));
  if (const auto* number = std::get_if<Number<Owner>>(&field.value))
    if (owner.*(number->value)) tree.number(below, field.name, *(owner.*(number->value)), number->unit);
}

template <class Owner>
bool isWithin(const Number<Owner>& number, const ContentItem& item) {
  return item.number && number.unit.is(item.unit) && *item.number >= number.least && *item.number <= number.most;
}

/// From the first item of its name below `parent`, numbers rounded to 0.001; as it was where there is none. False when
/// it cannot be read: a word that is none, a number that cannot be.
template <class Owner>
bool readField(const ContentItem& parent, const Field<Owner>& field, Owner& owner) {
  const auto* item = parent.child(field.name);
  if (item == nullptr) return true;
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) owner.*(text->value) = item->text;
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) return word->take(owner, item->text);
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value)) owner.*(answer->value) = kCodes.yes.is(item->code);
  const auto* number = std::get_if<Number<Owner>>(&field.value);
  if (number == nullptr) return true;
  owner.*(number->value) = planning::rounded(item->number);
  return isWithin(*number, *item);
}

/// As it will be written.
template <class Owner>
void roundField(const Field<Owner>& field, Owner& owner) {
  if (const auto* number = std::get_if<Number<Owner>>(&field.value))
    owner.*(number->value) = planning::rounded(owner.*(number->value));
}

}  // namespace io::report
