#include "index/token_stream.h"

#include <cstddef>
#include <cstring>

#include "index/error.h"
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

// Nearly all tokens are of three or four bytes: a term below 2^14, a gap and a size below 2^7.
// These are looked at together, in one word of four bytes (little-endian, as all of an index is).
bool TokenCursor::next(StoredToken& token) {
  constexpr std::uint32_t kGoesOn = 0x80;  // of a byte
  constexpr std::uint32_t kLow = 0x7F;
  if (left_ == 0) return false;
  std::uint32_t word = 0;
  if (end_ - at_ < static_cast<std::ptrdiff_t>(sizeof word)) return next_of_any_size(token);
  std::memcpy(&word, at_, sizeof word);
  std::uint32_t term = word & kLow;
  std::ptrdiff_t bytes = 3;
  if ((word & 0x80808080U) == kGoesOn) {
    word >>= 8U;
    term |= (word & kLow) << 7U;
    bytes = 4;
  } else if ((word & 0x808080U) != 0) {
    return next_of_any_size(token);
  }
  const std::uint32_t begin = base_ + (word >> 8U & kLow);
  const std::uint32_t end = begin + (word >> 16U & kLow);
  if (term >= limits_.terms || end > limits_.text_bytes || end < base_) [[unlikely]]
    return next_of_any_size(token);  // which refuses it
  at_ += bytes;
  --left_;
  base_ = end;
  token = {term, {begin, end}};
  return true;
}

bool TokenCursor::next_of_any_size(StoredToken& token) {
  if (at_ == end_) return false;
  std::uint32_t gap = 0;
  std::uint32_t size = 0;
  const bool is_whole = read_varint(at_, end_, token.term) && read_varint(at_, end_, gap) &&
                        read_varint(at_, end_, size);
  if (!is_whole || token.term >= limits_.terms ||
      std::uint64_t{base_} + gap + size > limits_.text_bytes) {
    throw IndexError(IndexFault::missing, {},
                     "the words of an article are damaged in the index; see 'dateline check'");
  }
  --left_;
  base_ += gap + size;
  token.span = {base_ - size, base_};
  return true;
}

}  // namespace dateline
