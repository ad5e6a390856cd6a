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

bool TokenCursor::next(StoredToken& token) noexcept {
  std::uint32_t gap = 0;
  std::uint32_t size = 0;
  if (left_ == 0 || !read_varint(at_, end_, token.term) || !read_varint(at_, end_, gap) ||
      !read_varint(at_, end_, size)) {
    return false;
  }
  --left_;
  token.span = {base_ + gap, base_ + gap + size};
  base_ = token.span.end;
  return true;
}

}  // namespace dateline
