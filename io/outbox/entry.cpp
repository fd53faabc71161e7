#include "io/outbox/entry.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "io/files/uid.h"

namespace io::outbox {
namespace {

using nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kDigestDigits = 64;
constexpr std::array<std::pair<State, const char*>, 4> kStates{
    {{State::Queued, "queued"}, {State::Sent, "sent"}, {State::Verified, "verified"}, {State::Waits, "waits"}}};
constexpr std::array<std::pair<Proof, const char*>, 4> kProofs{
    {{Proof::None, "none"}, {Proof::Answered, "answered"}, {Proof::Listed, "listed"}, {Proof::ReadBack, "read-back"}}};

template <class Words, class Value>
const char* wordIn(const Words& words, Value value) {
  return std::find_if(words.begin(), words.end(), [&](const auto& row) { return row.first == value; })->second;
}

template <class Words>
auto valueIn(const Words& words, const std::string& word) {
  for (const auto& [value, text] : words)
    if (word == text) return value;
  throw std::invalid_argument("\"" + word + "\"");
}

ordered_json secondsOf(const std::optional<Time>& time) {
  return time ? ordered_json(time->time_since_epoch().count()) : ordered_json();
}

std::optional<Time> timeOf(const ordered_json& value) {
  if (value.is_null()) return std::nullopt;
  return Time(std::chrono::seconds(value.get<std::int64_t>()));
}

/// What no program of ours writes.
void check(const Entry& entry) {
  const bool digest =
      entry.sha256.size() == kDigestDigits && entry.sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!digest) throw std::invalid_argument("sha256");
  for (const auto* uid : {&entry.sopInstanceUid, &entry.seriesUid, &entry.studyUid})
    if (!isUid(*uid)) throw std::invalid_argument("UID");
  if (entry.site.empty() || entry.tries < 0) throw std::invalid_argument(entry.site.empty() ? "site" : "tries");
}

}  // namespace

const char* wordOf(State state) {
  return wordIn(kStates, state);
}
const char* wordOf(Proof proof) {
  return wordIn(kProofs, proof);
}

std::string toText(const Entry& entry) {
  ordered_json answer;
  if (entry.answer)
    answer = {{"code", entry.answer->code}, {"subject", entry.answer->subject}, {"detail", entry.answer->detail}};
  const ordered_json json{{"version", kVersion},
                          {"label", entry.label},
                          {"site", entry.site},
                          {"address", entry.address},
                          {"sha256", entry.sha256},
                          {"sop_instance_uid", entry.sopInstanceUid},
                          {"series_uid", entry.seriesUid},
                          {"study_uid", entry.studyUid},
                          {"state", wordOf(entry.state)},
                          {"proof", wordOf(entry.proof)},
                          {"tries", entry.tries},
                          {"queued_s", secondsOf(entry.queued)},
                          {"tried_s", secondsOf(entry.tried)},
                          {"next_try_s", secondsOf(entry.nextTry)},
                          {"answer", answer},
                          {"warning", entry.warning},
                          {"dropped_why", entry.droppedWhy}};
  // What an archive said may be in any character set.
  return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

planning::Expected<Entry> entryFrom(const std::string& text, const std::string& id) {
  try {
    const auto json = ordered_json::parse(text);
    if (json.at("version") != kVersion) throw std::invalid_argument("version");
    Entry entry;
    entry.id = id;
    const auto take = [&](const char* key, std::string& value) { json.at(key).get_to(value); };
    take("label", entry.label);
    take("site", entry.site);
    take("sha256", entry.sha256);
    take("sop_instance_uid", entry.sopInstanceUid);
    take("series_uid", entry.seriesUid);
    take("study_uid", entry.studyUid);
    take("warning", entry.warning);
    take("dropped_why", entry.droppedWhy);
    entry.state = valueIn(kStates, json.at("state").get<std::string>());
    entry.proof = valueIn(kProofs, json.at("proof").get<std::string>());
    entry.address = json.value("address", std::string());  // earlier versions noted none
    json.at("tries").get_to(entry.tries);
    entry.queued = timeOf(json.at("queued_s")).value_or(Time{});
    entry.tried = timeOf(json.at("tried_s"));
    entry.nextTry = timeOf(json.at("next_try_s"));
    if (const auto& answer = json.at("answer"); !answer.is_null()) {
      auto& error = entry.answer.emplace();
      answer.at("code").get_to(error.code);
      answer.at("subject").get_to(error.subject);
      answer.at("detail").get_to(error.detail);
    }
    check(entry);
    return entry;
  } catch (const std::exception& broken) {  // of the JSON, or of check()
    return planning::refuse("outbox-bad-state", id, broken.what());
  }
}

}  // namespace io::outbox
