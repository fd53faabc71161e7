#include "io/reading/questions.h"

#include "io/sandbox/reader_pool.h"

namespace io::reading {

planning::Expected<void> ask(const Questions& questions, planning::Progress& progress) {
  sandbox::Questions asked;
  asked.count = questions.count;
  asked.question = [&](std::size_t i) { return toBytes(questions.request(i)); };
  asked.answered = [&](std::size_t i, std::span<const std::byte> answer) {
    auto reply = replyFrom(answer, questions.request(i));
    if (!reply) return sandbox::Taken::NotAnAnswer;
    return questions.answered(i, std::move(*reply)) ? sandbox::Taken::GoOn : sandbox::Taken::Stop;
  };
  asked.failed = [&](std::size_t i, const std::string& how) {
    return questions.answered(i, planning::Error{"reader-failed", fileOf(questions.request(i)).string(), how});
  };
  asked.sharedMemory = questions.sharedMemory;
  return sandbox::ask(asked, progress);
}

planning::Expected<Reply> askOne(const Request& request, planning::Progress& progress, int sharedMemory) {
  Reply answer;
  Questions questions;
  questions.count = 1;
  questions.request = [&](std::size_t) { return request; };
  questions.answered = [&](std::size_t, Reply reply) {
    answer = std::move(reply);
    return true;
  };
  questions.sharedMemory = sharedMemory;
  if (const auto asked = ask(questions, progress); !asked) return tl::unexpected(asked.error());
  if (auto* refused = std::get_if<planning::Error>(&answer)) return tl::unexpected(std::move(*refused));
  return answer;
}

}  // namespace io::reading
