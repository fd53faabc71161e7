#include "io/dicom/dicomdir.h"

#include <string_view>

#include "io/dicom/prescan.h"

namespace io::dicom {

namespace {

constexpr std::string_view kMediaStorageDirectory = "1.2.840.10008.1.3.10";
constexpr Tag kInUse = makeTag(0x0004, 0x1410);
constexpr Tag kFileId = makeTag(0x0004, 0x1500);

std::vector<std::string> components(std::string_view id) {
  std::vector<std::string> parts{{}};
  for (const char c : id) {
    if (c == '\\') {
      parts.emplace_back();
    } else if (c != '\0') {
      parts.back() += c;
    }
  }
  for (auto& part : parts) {
    const auto end = part.find_last_not_of(' ');
    part.erase(end == std::string::npos ? 0 : end + 1);
  }
  return parts;
}

class RecordListener : public WalkListener {
 public:
  bool wants(Tag tag, int depth) override { return depth == 1 && (tag == kInUse || tag == kFileId); }
  void value(Tag tag, int /*depth*/, std::string_view bytes) override {
    if (tag == kFileId) id_ = components(bytes);
    if (tag == kInUse && bytes.size() >= 2) inUse_ = bytes[0] != 0 || bytes[1] != 0;
  }
  void itemStarts(int depth) override {
    if (depth != 1) return;
    id_.clear();
    inUse_ = true;
  }
  void itemEnds(int depth) override {
    if (depth == 1 && inUse_ && !id_.empty()) ids.push_back(id_);
  }
  std::vector<std::vector<std::string>> ids;

 private:
  std::vector<std::string> id_;
  bool inUse_ = true;
};

}  // namespace

bool isDicomdir(const std::filesystem::path& path) {
  const auto file = InputFile::open(path);
  if (!file) return false;
  const auto meta = readFileMeta(*file, path.string());
  return meta && meta->sopClassUid == kMediaStorageDirectory;
}

planning::Expected<std::vector<std::vector<std::string>>> readDicomdir(const std::filesystem::path& path) {
  const std::string name = path.string();
  const auto file = InputFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto meta = readFileMeta(*file, name);
  if (!meta) return tl::unexpected(meta.error());
  if (meta->sopClassUid != kMediaStorageDirectory) return planning::refuse("not-dicomdir", name, meta->sopClassUid);
  const auto encoding = encodingOf(meta->transferSyntaxUid, name);
  if (!encoding) return tl::unexpected(encoding.error());
  FileBytes bytes(*file, meta->dataSetOffset);
  RecordListener listener;
  if (auto end = walkDataset(bytes, *encoding, name, listener); !end) return tl::unexpected(end.error());
  return listener.ids;
}

}  // namespace io::dicom
