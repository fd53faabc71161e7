#include "planning/identity.h"

namespace planning {
namespace {

constexpr std::size_t kLongest = 64;  ///< characters

std::string fittedText(const std::string& text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;  // of a character in UTF-8
    if (starts && ++characters > kLongest) return text.substr(0, i);
  }
  return text;
}

/// Alphabetic, ideographic and phonetic group, "=" between.
std::string fittedName(const std::string& name) {
  const auto end = name.find('=');
  if (end == std::string::npos) return fittedText(name);
  return fittedText(name.substr(0, end)) + "=" + fittedName(name.substr(end + 1));
}

std::string shown(const Patient& patient, bool inFull) {
  std::string text = patient.id.empty() ? "?" : patient.id;
  if (!inFull) return text;
  if (!patient.issuer.empty()) text += ", " + patient.issuer;
  if (!patient.birthDate.empty()) text += ", " + patient.birthDate;
  return text;
}

}  // namespace

std::pair<std::string, std::string> toldApart(const Patient& a, const Patient& b) {
  const bool inFull = a.id == b.id;
  return {shown(a, inFull), shown(b, inFull)};
}

std::string bothShown(const Patient& a, const Patient& b) {
  const auto [first, second] = toldApart(a, b);
  return first + " / " + second;
}

SeriesIdentity fitted(SeriesIdentity identity) {
  identity.patient.name = fittedName(identity.patient.name);
  identity.study.referringPhysician = fittedName(identity.study.referringPhysician);
  identity.study.description = fittedText(identity.study.description);
  return identity;
}

}  // namespace planning
