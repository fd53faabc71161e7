#include "io/dicom/prescan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "io/dicom/transfer_syntax.h"

namespace io::dicom {

namespace {

constexpr std::uint64_t kMostFrameBytes = 128ull << 20;     ///< one uncompressed frame: 8192 x 8192 in 16 bits
constexpr std::uint64_t kMostInflatedHeader = 64ull << 20;  ///< beside its pixels, of a deflated data set

constexpr Tag kMetaSopClass = makeTag(0x0002, 0x0002);
constexpr Tag kMetaTransferSyntax = makeTag(0x0002, 0x0010);
constexpr Tag kSamples = makeTag(0x0028, 0x0002);
constexpr Tag kFrames = makeTag(0x0028, 0x0008);
constexpr Tag kRows = makeTag(0x0028, 0x0010);
constexpr Tag kColumns = makeTag(0x0028, 0x0011);
constexpr Tag kBitsAllocated = makeTag(0x0028, 0x0100);
constexpr Tag kFloatPixels = makeTag(0x7fe0, 0x0008);
constexpr Tag kDoublePixels = makeTag(0x7fe0, 0x0009);

std::string withoutPadding(std::string_view bytes) {
  const auto end = bytes.find_last_not_of(std::string_view("\0 ", 2));
  return end == std::string_view::npos ? std::string() : std::string(bytes.substr(0, end + 1));
}

class MetaListener : public WalkListener {
 public:
  bool wants(Tag tag, int /*depth*/) override { return tag == kMetaSopClass || tag == kMetaTransferSyntax; }
  void value(Tag tag, int /*depth*/, std::string_view bytes) override {
    (tag == kMetaSopClass ? meta.sopClassUid : meta.transferSyntaxUid) = withoutPadding(bytes);
  }
  FileMeta meta;
};

/// The bytes of a file up to a given end.
class BytesUntil : public FileBytes {
 public:
  BytesUntil(const InputFile& file, std::uint64_t start, std::uint64_t end) : FileBytes(file, start), end_(end) {}
  bool mayHold(std::uint64_t size) const override { return position() <= end_ && size <= end_ - position(); }
  bool atEnd() override { return position() >= end_; }

 private:
  std::uint64_t end_;
};

/// Where group 2 ends: its elements are explicit little endian and their lengths are followed one by one, because
/// (0002,0000) is absent or wrong in many files.
std::uint64_t endOfMeta(const InputFile& file, std::uint64_t start) {
  FileBytes bytes(file, start);
  for (int i = 0; i < 64; ++i) {
    const auto position = bytes.position();
    std::array<unsigned char, 8> header{};
    if (!bytes.read(header.data(), header.size()) || header[0] != 2 || header[1] != 0) return position;
    const bool isLong = header[4] == 'O' || (header[4] == 'U' && (header[5] == 'N' || header[5] == 'T'));
    std::uint64_t length = header[6] + 256u * header[7];
    if (isLong) {
      std::array<unsigned char, 4> word{};
      if (!bytes.read(word.data(), word.size())) return position;
      length = word[0] + (static_cast<std::uint64_t>(word[1]) << 8) + (static_cast<std::uint64_t>(word[2]) << 16) +
               (static_cast<std::uint64_t>(word[3]) << 24);
    }
    if (!bytes.skip(length)) return position;
  }
  return bytes.position();
}

/// What a data set without meta information is written in, from its first element; empty when it is none.
std::string_view recognised(const std::array<unsigned char, 8>& head) {
  const bool hasVr = head[4] >= 'A' && head[4] <= 'Z' && head[5] >= 'A' && head[5] <= 'Z';
  if (head[0] == 8 && head[1] == 0) return hasVr ? transfer_syntax::kExplicitLittle : transfer_syntax::kImplicitLittle;
  if (head[0] == 0 && head[1] == 8 && hasVr) return transfer_syntax::kExplicitBig;
  return {};
}

/// Gathers the map, and the few numbers that tell whether the pixels can be what the header says.
class MapListener : public WalkListener {
 public:
  MapListener(bool bigEndian, PlainValues* plain) : bigEndian_(bigEndian), plain_(plain) {}

  bool wants(Tag tag, int depth) override {
    if (depth > 0) return false;
    if (!note(tag) && duplicated == 0) duplicated = tag;
    if (pixelsSeen_ && (tag >> 16) < 0x7fe0) map.pixelDataLast = false;
    if (tag == kFloatPixels || tag == kDoublePixels) map.floatingPoint = true;
    const bool listed = plain_ != nullptr && PlainValues::isListed(tag);
    if (listed) plain_->expect(tag, vr_);
    return listed || tag == kSamples || tag == kFrames || tag == kRows || tag == kColumns || tag == kBitsAllocated;
  }
  void value(Tag tag, int /*depth*/, std::string_view bytes) override {
    if (plain_ != nullptr && PlainValues::isListed(tag)) plain_->add(tag, bytes);
    if (tag == kFrames) {
      const auto text = withoutPadding(bytes);
      const auto start = text.find_first_not_of(' ');
      if (start != std::string::npos) std::from_chars(text.data() + start, text.data() + text.size(), frames);
      return;
    }
    const bool isNumber = tag == kSamples || tag == kRows || tag == kColumns || tag == kBitsAllocated;
    if (!isNumber || bytes.size() < 2) return;
    const auto first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
    const unsigned number = bigEndian_ ? first * 256u + second : first + 256u * second;
    (tag == kSamples ? samples : tag == kRows ? rows : tag == kColumns ? columns : bitsAllocated) = number;
  }
  void pixelDataStarts(std::uint64_t offset, std::uint32_t length) override {
    pixelsSeen_ = true;
    if (length != 0xffffffff) map.pixels = ByteRange{offset, length};
  }
  void fragment(std::uint64_t offset, std::uint32_t length) override { map.fragments.push_back({offset, length}); }

  HearVr ear() {
    if (plain_ == nullptr) return {};
    return [this](Tag /*tag*/, std::uint16_t vr, int /*depth*/) { vr_ = vr; };
  }

  std::uint64_t frameBits() const { return static_cast<std::uint64_t>(rows) * columns * samples * bitsAllocated; }

  FileMap map;
  Tag duplicated = 0;
  unsigned samples = 1, rows = 0, columns = 0, bitsAllocated = 16;
  long long frames = 1;

 private:
  /// False for a tag that was there before. Tags ascend, mostly; where they do not, DCMTK stops reading early.
  bool note(Tag tag) {
    const bool ascends = seen_.empty() || tag > seen_.back();
    if (!ascends && plain_ != nullptr) plain_->spoil();
    const auto place = ascends ? seen_.end() : std::lower_bound(seen_.begin(), seen_.end(), tag);
    if (place != seen_.end() && *place == tag) return false;
    seen_.insert(place, tag);
    return true;
  }

  bool bigEndian_;
  PlainValues* plain_;
  std::uint16_t vr_ = 0;  ///< of the element that starts
  bool pixelsSeen_ = false;
  std::vector<Tag> seen_;  ///< sorted
};

planning::Expected<void> checkImage(MapListener& found, const std::string& name) {
  auto& map = found.map;
  if (found.frameBits() / 8 > kMostFrameBytes)
    return planning::refuse(
        "image-too-large", name + " (0028,0010)",
        std::to_string(found.columns) + " x " + std::to_string(found.rows) + " pixels in one frame");
  if (found.frames < 1 || found.frames > static_cast<long long>(kMostElements))
    return planning::refuse("bad-value", name + " (0028,0008)", std::to_string(found.frames) + " frames");
  const auto frames = static_cast<std::uint64_t>(found.frames);
  const auto needed = (found.frameBits() * frames + 7) / 8;
  if (map.pixels && map.pixels->length < needed && !map.cut)
    map.cut = planning::Error{
        "pixel-data-cut", name + " (7fe0,0010)",
        std::to_string(map.pixels->length) + " bytes of pixels, and the header needs " + std::to_string(needed)};
  if (map.encapsulated() && map.fragments.size() - 1 < frames && !map.cut)
    map.cut = planning::Error{
        "pixel-data-cut", name + " (7fe0,0010)",
        std::to_string(map.fragments.size() - 1) + " fragments for " + std::to_string(frames) + " frames"};
  return {};
}

/// Which fragments begin with a JPEG or JPEG 2000 start marker.
std::vector<std::size_t> codeStreamStarts(const InputFile& file, const std::vector<ByteRange>& fragments) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 1; i < fragments.size(); ++i) {
    std::array<unsigned char, 2> mark{};
    if (fragments[i].length < 2 || !file.readAt(fragments[i].offset, mark.data(), mark.size())) continue;
    if (mark[0] == 0xff && (mark[1] == 0xd8 || mark[1] == 0x4f)) starts.push_back(i);
  }
  return starts;
}

planning::Expected<WalkEnd> walkFile(const InputFile& file, const FileMeta& meta, Encoding encoding,
                                     const std::string& name, MapListener& listener) {
  if (meta.transferSyntaxUid != transfer_syntax::kDeflated) {
    FileBytes bytes(file, meta.dataSetOffset);
    return walkDataset(bytes, encoding, name, listener, listener.ear());
  }
  // An inflating source ends at its limit: a bomb's pixel data is longer than its header accounts for.
  InflatedBytes bytes(file, meta.dataSetOffset, kMostInflatedHeader + kMostFrameBytes);
  return walkDataset(bytes, encoding, name, listener, listener.ear());
}

}  // namespace

planning::Expected<FileMeta> readFileMeta(const InputFile& file, const std::string& name) {
  std::array<unsigned char, 132> head{};
  std::array<unsigned char, 8> first{};
  const bool hasPreamble = file.readAt(0, head.data(), head.size()) && std::memcmp(head.data() + 128, "DICM", 4) == 0;
  const std::uint64_t start = hasPreamble ? 132 : 0;
  if (!file.readAt(start, first.data(), first.size()))
    return planning::refuse(hasPreamble ? "truncated" : "not-dicom", name, "");
  MetaListener listener;
  listener.meta.dataSetOffset = start;
  if (first[0] == 2 && first[1] == 0) {
    const auto end = endOfMeta(file, start);
    BytesUntil bytes(file, start, end);
    if (auto walked = walkDataset(bytes, Encoding{}, name, listener); !walked) return tl::unexpected(walked.error());
    listener.meta.dataSetOffset = end;
    if (!listener.meta.transferSyntaxUid.empty()) return listener.meta;
    if (!file.readAt(end, first.data(), first.size())) return planning::refuse("truncated", name, "no data set");
  }
  listener.meta.transferSyntaxUid = recognised(first);
  if (listener.meta.transferSyntaxUid.empty()) return planning::refuse("not-dicom", name, "");
  return listener.meta;
}

planning::Expected<Encoding> encodingOf(const std::string& uid, const std::string& name) {
  if (uid == transfer_syntax::kImplicitLittle) return Encoding{false, false};
  if (uid == transfer_syntax::kExplicitBig) return Encoding{true, true};
  // Everything else in the standard is explicit little endian; private syntaxes may be anything.
  if (uid.starts_with("1.2.840.10008.1.2.")) return Encoding{true, false};
  return planning::refuse("unsupported-transfer-syntax", name + " (0002,0010)", uid);
}

namespace {

planning::Expected<FileMap> scanFile(const std::filesystem::path& path, PlainValues* plain) {
  const std::string name = path.string();
  const auto file = InputFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto meta = readFileMeta(*file, name);
  if (!meta) return tl::unexpected(meta.error());
  if (meta->sopClassUid == "1.2.840.10008.1.3.10") return planning::refuse("dicomdir", name, "");
  const auto encoding = encodingOf(meta->transferSyntaxUid, name);
  if (!encoding) return tl::unexpected(encoding.error());
  MapListener found(encoding->bigEndian, plain);
  if (plain != nullptr && encoding->bigEndian) plain->spoil();
  const auto end = walkFile(*file, *meta, *encoding, name, found);
  if (!end) return tl::unexpected(end.error());
  if (found.duplicated != 0)
    return planning::refuse("duplicate-element", name + " " + tagText(found.duplicated), "given twice");
  found.map.stamp = file->stamp();
  found.map.transferSyntaxUid = meta->transferSyntaxUid;
  found.map.dataSetOffset = meta->dataSetOffset;
  if (*end == WalkEnd::InPixelData)
    found.map.cut = planning::Error{"pixel-data-cut", name + " (7fe0,0010)", "the file ends inside its pixel data"};
  if (found.map.pixels || found.map.encapsulated()) {
    if (auto sane = checkImage(found, name); !sane) return tl::unexpected(sane.error());
    if (found.frames > 1 && found.map.fragments.size() > 1 + static_cast<std::size_t>(found.frames))
      found.map.frameStarts = codeStreamStarts(*file, found.map.fragments);
  }
  return std::move(found.map);
}

}  // namespace

planning::Expected<FileMap> prescan(const std::filesystem::path& path) {
  return scanFile(path, nullptr);
}

planning::Expected<FileMap> prescan(const std::filesystem::path& path, PlainValues& plain) {
  return scanFile(path, &plain);
}

}  // namespace io::dicom
