#include "index/token_stream.h"

#include "index/varint.h"

namespace dateline {

void TokenEncoder::add(StoredToken token) {
  append_varint(bytes_, token.term);
  append_varint(bytes_, token.span.begin - base_);
  append_varint(bytes_, token.span.size());
  base_ = token.span.end;
}

void TokenEncoder::clear() noexcept {
  bytes_.clear();
  base_ = 0;
}

bool TokenCursor::read(std::uint32_t& value) noexcept {
  value = 0;
  for (unsigned shift = 0; shift < 35 && !bytes_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    value |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

bool TokenCursor::next(StoredToken& token) noexcept {
  std::uint32_t gap = 0;
  std::uint32_t size = 0;
  if (left_ == 0 || !read(token.term) || !read(gap) || !read(size)) return false;
  --left_;
  token.span = {base_ + gap, base_ + gap + size};
  base_ = token.span.end;
  return true;
}

}  // namespace dateline
