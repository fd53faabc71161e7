#include "io/reading/needle_file_reader.h"

#include "io/exchange/needle_file.h"
#include "io/reading/questions.h"
#include "io/reading/reading.h"

namespace io::exchange {

planning::Expected<ForeignNeedles> readNeedles(const std::filesystem::path& file) {
  if (readsInThisProcess()) return parseNeedles(file);
  planning::Progress progress;
  return reading::askOne(reading::NeedlesRequest{file}, progress).map([](reading::Reply reply) {
    return std::get<ForeignNeedles>(std::move(reply));
  });
}

}  // namespace io::exchange
