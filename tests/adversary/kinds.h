#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/adversary/honest.h"

/// Contradictions that an adversary plants into a plan that is right.
namespace adversary {

struct Contradiction {
  std::string name;
  std::string code;                           ///< of the finding that must tell it
  std::function<bool(Case&, Random&)> plant;  ///< false: this case has no place for it
};

std::vector<Contradiction> sideKinds();
std::vector<Contradiction> levelKinds();
std::vector<Contradiction> structureKinds();
std::vector<Contradiction> shapeKinds();       ///< cut, thin, false
std::vector<Contradiction> checkKinds();       ///< before the needle
std::vector<Contradiction> scanKinds();        ///< whose, where and how the patient lies
std::vector<Contradiction> needleKinds();      ///< its places and lengths
std::vector<Contradiction> completionKinds();  ///< the last look

/// How often each kind was planted, and how often its own finding told it.
class Tally {
 public:
  void count(const std::string& kind, const std::string& code, bool caught);
  void countHonest(bool ready) { ++honest_, ready_ += ready; }
  int planted(const std::string& kind) const;
  void print(const std::string& title) const;

 private:
  struct Row {
    std::string code;
    int planted = 0, caught = 0;
  };
  std::map<std::string, Row> rows_;
  int honest_ = 0, ready_ = 0;
};

/// The seeds to take: that of the environment's NEEDLEPLAN_ADVERSARY_SEED alone, or the first `count`.
std::vector<unsigned> seeds(unsigned count);

}  // namespace adversary
