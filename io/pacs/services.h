#pragma once

// The SOP classes by which archives are asked (PS3.4 B and C, K), and the limits of what is exchanged with them: what
// the conformance statement says of both is made of this.
namespace io::pacs {

inline constexpr const char* kVerificationClass = "1.2.840.10008.1.1";
inline constexpr const char* kFindClass = "1.2.840.10008.5.1.4.1.2.2.1";  ///< study root
inline constexpr const char* kMoveClass = "1.2.840.10008.5.1.4.1.2.2.2";  ///< study root
inline constexpr const char* kGetClass = "1.2.840.10008.5.1.4.1.2.2.3";   ///< study root
inline constexpr const char* kWorklistClass = "1.2.840.10008.5.1.4.31";

inline constexpr long kLargestPdu = 131072;  ///< bytes
inline constexpr int kMostAnswers = 2000;    ///< to one question for studies, or for the worklist

// Seconds that a single answer may take, that a site may take to be reached, that it may be silent meanwhile, and that
// a question may take.
inline constexpr int kAnswerSeconds = 8;
inline constexpr int kReachSeconds = 3;
inline constexpr int kSilenceSeconds = 5;
inline constexpr int kQuestionSeconds = 30;

}  // namespace io::pacs
