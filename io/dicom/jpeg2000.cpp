#include "io/dicom/jpeg2000.h"

#include <openjpeg-2.5/openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace io::dicom {

namespace {

struct Input {
  std::span<const std::byte> bytes;
  std::size_t position = 0;
};

OPJ_SIZE_T readSome(void* buffer, OPJ_SIZE_T size, void* user) {
  auto& input = *static_cast<Input*>(user);
  const auto count = std::min<std::size_t>(size, input.bytes.size() - input.position);
  if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
  std::memcpy(buffer, input.bytes.data() + input.position, count);
  input.position += count;
  return count;
}

OPJ_OFF_T skipSome(OPJ_OFF_T size, void* user) {
  auto& input = *static_cast<Input*>(user);
  const auto left = static_cast<OPJ_OFF_T>(input.bytes.size() - input.position);
  if (size < 0 || size > left) return -1;
  input.position += static_cast<std::size_t>(size);
  return size;
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void* user) {
  auto& input = *static_cast<Input*>(user);
  if (position < 0 || static_cast<std::size_t>(position) > input.bytes.size()) return OPJ_FALSE;
  input.position = static_cast<std::size_t>(position);
  return OPJ_TRUE;
}

struct Free {
  void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
  void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
struct FreeStream {
  void operator()(void* stream) const { opj_stream_destroy(static_cast<opj_stream_t*>(stream)); }
};

std::unique_ptr<void, FreeStream> streamOf(Input& input) {
  opj_stream_t* stream = opj_stream_default_create(OPJ_TRUE);
  opj_stream_set_user_data(stream, &input, nullptr);
  opj_stream_set_user_data_length(stream, input.bytes.size());
  opj_stream_set_read_function(stream, readSome);
  opj_stream_set_skip_function(stream, skipSome);
  opj_stream_set_seek_function(stream, seekTo);
  return std::unique_ptr<void, FreeStream>(stream);
}

bool isJp2(std::span<const std::byte> stream) {
  static constexpr unsigned char kSignature[] = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
  return stream.size() > sizeof kSignature && std::memcmp(stream.data(), kSignature, sizeof kSignature) == 0;
}

bool fits(const opj_image_t& image, const PixelFormat& format) {
  if (image.numcomps != 1) return false;
  const auto& part = image.comps[0];
  return part.w == static_cast<OPJ_UINT32>(format.columns) && part.h == static_cast<OPJ_UINT32>(format.rows) &&
         part.prec >= 1 && part.prec <= 16 && part.dx == 1 && part.dy == 1;
}

/// PS3.5 8.2.4 wants the code stream's sign and precision to be the header's; where they are not, the samples are what
/// was measured, and are written as the header's type would hold them.
std::uint16_t word(OPJ_INT32 sample, const opj_image_comp_t& part, bool isSigned) {
  if (isSigned && part.sgnd == 0) {
    const auto shift = static_cast<int>(32 - part.prec);
    sample = static_cast<OPJ_INT32>(static_cast<OPJ_UINT32>(sample) << shift) >> shift;
  }
  return static_cast<std::uint16_t>(sample);
}

}  // namespace

planning::Expected<void> decodeJpeg2000(std::span<const std::byte> bytes, const PixelFormat& format,
                                        std::span<std::uint16_t> words, const std::string& subject) {
  Input input{bytes};
  const auto stream = streamOf(input);
  const std::unique_ptr<opj_codec_t, Free> codec(opj_create_decompress(isJp2(bytes) ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_image_t* made = nullptr;
  const bool started = opj_setup_decoder(codec.get(), &parameters) &&
                       opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE) &&
                       opj_read_header(static_cast<opj_stream_t*>(stream.get()), codec.get(), &made);
  const std::unique_ptr<opj_image_t, Free> image(made);
  // Sizes first: what the code stream claims is allocated while decoding.
  const bool rightSize = started && image->x1 - image->x0 == static_cast<OPJ_UINT32>(format.columns) &&
                         image->y1 - image->y0 == static_cast<OPJ_UINT32>(format.rows) && image->numcomps == 1;
  if (!rightSize) return planning::refuse("decoding-failed", subject, "the code stream is not the image of the header");
  const bool decoded = opj_decode(codec.get(), static_cast<opj_stream_t*>(stream.get()), image.get()) &&
                       opj_end_decompress(codec.get(), static_cast<opj_stream_t*>(stream.get()));
  if (!decoded || !fits(*image, format) || image->comps[0].data == nullptr)
    return planning::refuse("decoding-failed", subject, "broken JPEG 2000");
  const auto& part = image->comps[0];
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = word(part.data[i], part, format.isSigned);
  return {};
}

}  // namespace io::dicom
