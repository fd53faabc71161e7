#pragma once

#include <QObject>
#include <QOffscreenSurface>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "planning/anatomy/surface.h"
#include "planning/fluoroscopy/radiograph.h"

namespace app::views {

/// Makes radiographs in a thread of its own: on the graphics card where there is one, else on the processor, coarse
/// first and then fine. Only the newest question counts: an older one is dropped, however far it is.
class RadiographMaker : public QObject {
  Q_OBJECT

 public:
  using Surface = std::shared_ptr<const planning::anatomy::Surface>;

  struct Question {
    std::shared_ptr<const planning::Volume> volume;
    planning::fluoroscopy::CArmGeometry view;
    std::vector<Surface> surfaces;  ///< whose silhouettes are wanted; null ones have none
  };
  struct Answer {
    std::shared_ptr<const planning::Volume> volume;
    planning::fluoroscopy::CArmGeometry view;  ///< as asked, or with fewer and larger pixels while it is coarse
    planning::fluoroscopy::Radiograph image;
    std::vector<Surface> surfaces;
    std::vector<std::vector<std::uint8_t>> silhouettes;  ///< one a surface, as silhouetteOf(); empty for null
    bool fine = false;
  };

  explicit RadiographMaker(QObject* parent = nullptr);
  ~RadiographMaker() override;

  void ask(Question question);
  /// Drops what was asked; nothing more is answered.
  void forget();

 Q_SIGNALS:
  void answered(const std::shared_ptr<const Answer>& answer);

 private:
  class Newest;
  void work();
  void answer(const Question& question, int number, class RadiographShader* shader);

  bool onCard_;
  QOffscreenSurface surface_;
  std::mutex guard_;
  std::condition_variable wake_;
  std::optional<Question> waiting_;
  int number_ = 0;  ///< of the newest question
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace app::views
