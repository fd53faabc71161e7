#pragma once

#include <QJsonObject>

#include "io/report/field.h"

namespace app {

inline QJsonValue textOrNull(const std::string& text) {
  return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

/// A field's key without its unit, as command line and print name it: "volume_ml" -> "volume".
inline std::string nameOf(const std::string& key) {
  for (const std::string unit : {"_ml", "_min", "_dgy_cm2", "_mgy_cm"})
    if (key.ends_with(unit)) return key.substr(0, key.size() - unit.size());
  return key;
}

template <class Owner>
QJsonValue valueOf(const io::report::Field<Owner>& field, const Owner& owner) {
  using namespace io::report;
  if (const auto* text = std::get_if<Text<Owner>>(&field.value)) return textOrNull(owner.*(text->value));
  if (const auto* word = std::get_if<Word<Owner>>(&field.value)) return textOrNull(word->word(owner));
  if (const auto* answer = std::get_if<Answer<Owner>>(&field.value)) return owner.*(answer->value);
  const auto& number = owner.*(std::get<Number<Owner>>(field.value).value);
  return number ? QJsonValue(planning::rounded(*number)) : QJsonValue();
}

/// A plain field under its key (io/report/field.h); nothing for one without.
template <class Owner>
void addField(QJsonObject& json, const io::report::Field<Owner>& field, const Owner& owner) {
  if (field.key != nullptr) json[field.key] = valueOf(field, owner);
}

}  // namespace app
