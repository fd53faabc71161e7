#pragma once

#include <vector>

namespace app {

/// What a finding's arguments stand for: their own text, or the id of something that has a name in both languages; for
/// a refusal, an error's code; for a site, a word for a side, for what it is measured from, or for what has changed.
enum class Meaning { Text, Check, Required, Position, Refusal, Rule, Site };

/// One code's whole sentence in English; the translator of the context "Sentences" has it in other languages.
struct SentenceRow {
  const char* code;
  const char* text;  ///< %1, %2, ...: a finding's arguments, or an error's subject and detail
  Meaning meaning = Meaning::Text;
  int from = 0;  ///< index of the first argument with that meaning; what is no known id stays as it is
};

const std::vector<SentenceRow>& findingSentences();
const std::vector<SentenceRow>& errorSentences();

}  // namespace app
