#pragma once

#include <cstddef>
#include <iterator>
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
const std::vector<SentenceRow>& errorSentences();  ///< both of these:
std::vector<SentenceRow> readingErrors();          ///< files, series, structures
std::vector<SentenceRow> workErrors();             ///< plans, pictures, controls, exercises, exports, commands

template <std::size_t... Counts>
std::vector<SentenceRow> inOneTable(const SentenceRow (&... groups)[Counts]) {
  std::vector<SentenceRow> all;
  all.reserve((Counts + ...));
  (all.insert(all.end(), std::begin(groups), std::end(groups)), ...);
  return all;
}

}  // namespace app
