#include "index/glass_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// Behind a term, in the key of a further part of its list, stands a NUL and the first document of
// the part. A NUL in a term has a byte behind it that no document's number begins with.
constexpr char kInTerm = '\xFF';

bool is_part_of(std::string_view key, std::string_view term) {
  return key.size() > term.size() + 1 && key.starts_with(term) && key[term.size()] == '\0' &&
         key[term.size() + 1] != kInTerm;
}

// Whether a key has something behind its term.
bool has_more_than_term(std::string_view key) {
  for (std::size_t i = 0; i + 1 < key.size(); ++i) {
    if (key[i] == '\0' && key[i + 1] != kInTerm) return true;
  }
  return false;
}

}  // namespace

std::string glass_key(std::string_view term) {
  std::string key;
  for (const char c : term) {
    key += c;
    if (c == '\0') key += kInTerm;
  }
  return key;
}

GlassTable::GlassTable(const fs::path& database, GlassUse use)
    : path_(database / "postlist.glass"),
      use_(use),
      root_(read_glass_version(database)),
      file_(path_) {
  const auto blocks = file_.bytes().size() / root_.block_bytes;
  blocks_ = static_cast<std::uint32_t>(std::min<std::size_t>(blocks, UINT32_MAX));
  is_known_.resize(blocks_);
  // Without a root, Xapian makes a leaf with nothing in it; behind that, it finds no other.
  if (root_.is_empty && root_.free_list.first_unused > 1) fail(0);
  if (!root_.is_empty) (void)look_at(root_.block, root_.level);
}

void GlassTable::fail(std::uint32_t number) const {
  throw IndexError(IndexFault::missing, path_,
                   fmt::format("{}: block {} is none that Xapian has written; the index is "
                               "damaged, build it again",
                               path_.string(), number));
}

GlassBlock GlassTable::block(std::uint32_t number) const noexcept {
  return GlassBlock(
      file_.bytes().substr(std::size_t{number} * root_.block_bytes, root_.block_bytes));
}

GlassBlock GlassTable::look_at(std::uint32_t number, std::uint32_t level) {
  if (number >= blocks_) fail(number);
  const auto found = block(number);
  if (found.level() != level) fail(number);
  if (is_known_[number]) return found;
  if (!found.is_sound(blocks_, use_)) fail(number);
  is_known_[number] = true;
  return found;
}

// To the last item whose key is not above the given one. Whether it is the key's.
bool GlassTable::seek(std::string_view key) {
  if (root_.is_empty) return false;
  const GlassKey wanted{key, 1};
  auto number = root_.block;
  for (auto level = root_.level; level > 0; --level) {
    const auto branch = look_at(number, level);
    at_[level] = {number, branch.count_up_to(wanted) - 1};
    number = branch.child(at_[level].item);
  }
  const auto leaf = look_at(number, 0);
  const auto count = leaf.count_up_to(wanted);
  at_[0] = {number, count == 0 ? 0 : count - 1};
  if (count == 0) look_at_leaf_before();
  return count > 0 && leaf.key(count - 1) == wanted;
}

// To the first item whose key is not below the given one. Whether there is one.
bool GlassTable::seek_at_least(std::string_view key) {
  if (root_.is_empty) return false;
  if (seek(key)) return true;
  return key_here() > GlassKey{key, 1} || next();
}

GlassKey GlassTable::key_here() const noexcept { return block(at_[0].block).key(at_[0].item); }

// A key may lie before the first of the leaf where it belongs; then Xapian goes back by one.
void GlassTable::look_at_leaf_before() {
  if (root_.is_sequential) {
    auto number = at_[0].block;
    while (number > 0 && block(--number).level() != 0) {
    }
    if (block(number).level() == 0) (void)look_at(number, 0);
    return;
  }
  std::uint32_t level = 1;
  while (level <= root_.level && at_[level].item == 0) ++level;
  if (level > root_.level) return;
  auto number = block(at_[level].block).child(at_[level].item - 1);
  while (--level > 0) {
    const auto branch = look_at(number, level);
    number = branch.child(branch.size() - 1);
  }
  (void)look_at(number, 0);
}

bool GlassTable::next() {
  if (++at_[0].item < block(at_[0].block).size()) return true;
  const auto before = block(at_[0].block);
  Place leaf;
  if (!next_leaf(leaf)) {
    --at_[0].item;
    if (!before.ends_value(at_[0].item)) fail(at_[0].block);
    return false;
  }
  if (!may_follow(before, before.size() - 1, look_at(leaf.block, 0), 0)) fail(leaf.block);
  at_[0] = leaf;
  return true;
}

// The leaf behind the one at hand, as Xapian finds it: through the branches, or in the file.
bool GlassTable::next_leaf(Place& leaf) {
  if (root_.is_sequential) {
    const auto end = std::min(root_.free_list.first_unused, blocks_);
    auto number = at_[0].block + 1;
    while (number < end && block(number).level() != 0) ++number;
    leaf = {number, 0};
    return number < end;
  }
  std::uint32_t level = 1;
  while (level <= root_.level && at_[level].item + 1 == block(at_[level].block).size()) ++level;
  if (level > root_.level) return false;
  auto number = block(at_[level].block).child(++at_[level].item);
  while (--level > 0) {
    const auto branch = look_at(number, level);
    at_[level] = {number, 0};
    number = branch.child(0);
  }
  leaf = {number, 0};
  return true;
}

// Past the last part of the value at hand. Whether there is another.
bool GlassTable::end_value() {
  while (!block(at_[0].block).ends_value(at_[0].item)) {
    if (!next()) fail(at_[0].block);
  }
  return next();
}

// From here on to the first item that begins a term's list.
bool GlassTable::to_term(bool is_there) {
  while (is_there &&
         (!block(at_[0].block).begins_value(at_[0].item) || has_more_than_term(key_here().bytes)))
    is_there = next();
  return is_there;
}

void GlassTable::check_value(std::string_view key) {
  if (seek(key)) (void)end_value();
}

void GlassTable::check_list(std::string_view key) {
  if (!seek(key)) return;
  while (end_value() && is_part_of(key_here().bytes, key)) {
  }
}

void GlassTable::check_terms(std::string_view prefix, std::string_view first,
                             std::string_view last) {
  (void)to_term(seek_at_least(prefix));
  for (bool is_there = to_term(seek_at_least(first));
       is_there && (key_here().bytes <= last || is_part_of(key_here().bytes, last));
       is_there = to_term(next())) {
  }
}

void GlassTable::check_all() {
  if (root_.is_empty) return;
  std::vector<Place> open{{root_.block, root_.level}};  // with levels
  std::vector<bool> is_used(blocks_);
  while (!open.empty()) {
    const auto [number, level] = open.back();
    open.pop_back();
    const auto found = look_at(number, level);
    if (is_used[number]) fail(number);
    is_used[number] = true;
    if (level == 0) continue;
    for (std::uint32_t item = 0; item < found.size(); ++item)
      open.push_back({found.child(item), level - 1});
  }
  (void)seek({});
  while (next()) {
  }
  if (use_ == GlassUse::writing) check_free_list();
}

// Xapian takes blocks from it, to write there, and adds to it where it ends.
void GlassTable::check_free_list() {
  const auto& list = root_.free_list;
  // A block may have been taken and given back before it was written.
  if (list.first_unused / 2 > blocks_) fail(list.first_unused);
  std::vector<bool> is_used(blocks_);
  auto number = list.begin_block;
  auto byte = list.begin_byte;
  const auto end_byte = root_.block_bytes - 4;
  while (number != list.end_block || byte != list.end_byte) {
    if (number >= blocks_ || byte == 0 || block(number).level() != GlassBlock::kFreeListLevel)
      fail(number);
    if (is_used[number] && byte == 8) fail(number);
    is_used[number] = true;
    const auto free = block(number).word(byte);
    if (free >= list.first_unused) fail(number);
    if (byte != end_byte) {
      byte += 4;
    } else {
      number = free;
      byte = 8;
    }
  }
}

}  // namespace dateline
