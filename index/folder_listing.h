// What is in a folder.
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace dateline {

/// Something in a folder, and what it is itself: a link is a link, wherever it leads.
struct FolderEntry {
  std::filesystem::path path;  ///< the folder's, and its name
  std::filesystem::file_type type = std::filesystem::file_type::unknown;
};

/// All that is in a folder, sorted by path: the whole of it, or nothing and an `error`. The one
/// place where folders are read, since the standard's iterators take a folder whose reading fails
/// in the middle for one that ends there.
[[nodiscard]] std::vector<FolderEntry> list_folder(const std::filesystem::path& folder,
                                                   std::error_code& error);

/// The same of a folder of an index. @throws IndexError (io) naming the folder.
[[nodiscard]] std::vector<FolderEntry> list_folder(const std::filesystem::path& folder);

/// The same of one that another process may remove meanwhile: then there is nothing in it.
[[nodiscard]] std::vector<FolderEntry> list_folder_if_there(const std::filesystem::path& folder);

/// All that is below a folder of an index, folders before what is in them; links are not followed.
/// @throws IndexError (io) naming the folder that cannot be read.
[[nodiscard]] std::vector<FolderEntry> list_tree(const std::filesystem::path& folder);

}  // namespace dateline
