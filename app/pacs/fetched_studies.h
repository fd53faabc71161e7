#pragma once

#include <chrono>
#include <filesystem>

namespace app::pacs {

/// How long a fetched study stays that is neither fetched again nor opened.
inline constexpr std::chrono::days kKeptFetched{30};

/// The study in `folder`, or none where it does not lie directly in `fetched`, is in use: it stays kKeptFetched more.
void useFetched(const std::filesystem::path& folder, const std::filesystem::path& fetched);

/// Takes away the folders of studies in `fetched` that nobody has used for kKeptFetched: copies of what the archive
/// has. A folder that holds anything but fetched objects (a plan that was saved there), or is named otherwise than a
/// study, stays as it is; so do links. What cannot be removed stays, and is tried again the next time.
void removeOldFetched(const std::filesystem::path& fetched, std::filesystem::file_time_type now);

}  // namespace app::pacs
