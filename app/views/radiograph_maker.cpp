#include "app/views/radiograph_maker.h"

#include <algorithm>
#include <utility>

#include "app/views/radiograph_shader.h"
#include "planning/fluoroscopy/silhouette.h"
#include "planning/parallel.h"

namespace app::views {
namespace {

constexpr double kStepMm = 1.0;
constexpr int kCoarser = 4;

}  // namespace

/// Stops the work once a newer question has come.
class RadiographMaker::Newest : public planning::Progress {
 public:
  Newest(RadiographMaker& maker, int number) : maker_(maker), number_(number) {}
  bool stopRequested() const override {
    const std::lock_guard lock(maker_.guard_);
    return maker_.ended_ || maker_.number_ != number_;
  }

 private:
  RadiographMaker& maker_;
  int number_;
};

RadiographMaker::RadiographMaker(QObject* parent) : QObject(parent), onCard_(hasGraphicsCard()) {
  if (onCard_) surface_.create();
  thread_ = std::thread([this] { work(); });
}

RadiographMaker::~RadiographMaker() {
  {
    const std::lock_guard lock(guard_);
    ended_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void RadiographMaker::ask(Question question) {
  {
    const std::lock_guard lock(guard_);
    waiting_ = std::move(question);
    ++number_;
  }
  wake_.notify_one();
}

void RadiographMaker::forget() {
  const std::lock_guard lock(guard_);
  waiting_.reset();
  ++number_;
}

void RadiographMaker::work() {
  std::unique_ptr<RadiographShader> shader;
  if (onCard_) shader = std::make_unique<RadiographShader>(surface_);
  for (;;) {
    std::unique_lock lock(guard_);
    wake_.wait(lock, [this] { return ended_ || waiting_; });
    if (ended_) return;
    const Question question = *std::exchange(waiting_, std::nullopt);
    const int number = number_;
    lock.unlock();
    answer(question, number, shader.get());
  }
}

void RadiographMaker::answer(const Question& question, int number, RadiographShader* shader) {
  Newest newest(*this, number);
  for (const int factor : {kCoarser, 1}) {
    if (shader != nullptr && factor != 1) continue;  // a card is quick enough to be fine at once
    auto made = std::make_shared<Answer>();
    made->fine = factor == 1;
    made->volume = question.volume;
    made->view = planning::fluoroscopy::coarser(question.view, factor);
    made->surfaces = question.surfaces;
    planning::Expected<planning::fluoroscopy::Radiograph> drawn(planning::refuse("no-graphics"));
    if (shader != nullptr) drawn = shader->render(question.volume, made->view, kStepMm);
    if (!drawn) drawn = planning::fluoroscopy::makeRadiograph(*question.volume, made->view, kStepMm * factor, newest);
    if (!drawn) return;
    made->image = std::move(*drawn);
    made->silhouettes.resize(question.surfaces.size());
    const planning::fluoroscopy::Projection projection(made->view);
    planning::forEachInParallel(question.surfaces.size(), [&](std::size_t i) {
      if (question.surfaces[i])
        made->silhouettes[i] = planning::fluoroscopy::silhouetteOf(*question.surfaces[i], projection);
      return !newest.stopRequested();
    });
    if (newest.stopRequested()) return;
    QMetaObject::invokeMethod(this, [this, number, result = std::shared_ptr<const Answer>(std::move(made))] {
      if (number == number_) Q_EMIT answered(result);
    });
  }
}

}  // namespace app::views
