#pragma once

namespace planning {

/// Handle that long work takes: it reports how far it is, and asks whether to stop. This base reports nowhere and
/// never stops. Called from the working thread.
class Progress {
 public:
  Progress() = default;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  virtual ~Progress() = default;

  /// fraction in [0, 1], not falling.
  virtual void advance(double /*fraction*/) {}
  /// True once somebody asked to stop; work then returns Error{"cancelled"}.
  virtual bool stopRequested() const { return false; }
};

/// A part of a longer work, from one fraction of it to another.
class ProgressPart : public Progress {
 public:
  ProgressPart(Progress& whole, double from, double to) : whole_(whole), from_(from), to_(to) {}
  void advance(double fraction) override { whole_.advance(from_ + (to_ - from_) * fraction); }
  bool stopRequested() const override { return whole_.stopRequested(); }

 private:
  Progress& whole_;
  double from_, to_;
};

}  // namespace planning
