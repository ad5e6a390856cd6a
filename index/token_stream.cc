#include "index/token_stream.h"

#include "index/error.h"
#include "index/varint.h"

namespace dateline {
namespace {

[[noreturn]] void fail_for_tokens() {
  throw IndexError(IndexFault::missing, {},
                   "the words of an article are damaged in the index; see 'dateline check'");
}

}  // namespace

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

bool TokenCursor::next(StoredToken& token) {
  if (left_ == 0 || at_ == end_) return false;
  std::uint32_t gap = 0;
  std::uint32_t size = 0;
  const bool is_whole = read_varint(at_, end_, token.term) && read_varint(at_, end_, gap) &&
                        read_varint(at_, end_, size);
  if (!is_whole || token.term >= limits_.terms ||
      std::uint64_t{base_} + gap + size > limits_.text_bytes) [[unlikely]] {
    fail_for_tokens();
  }
  --left_;
  base_ += gap + size;
  token.span = {base_ - size, base_};
  return true;
}

}  // namespace dateline
