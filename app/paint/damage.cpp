#include "app/paint/damage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "app/paint/command_damage.h"
#include "app/paint/screen_command.h"

namespace ravine {

namespace {

constexpr std::size_t most_parts = 32;

/// The pixels that the renderer's scissor lets through: its offset and its size are cut off to whole numbers.
PixelRect scissor(const ImVec4& clip, const PixelRect& target) {
    const int x = static_cast<int>(clip.x);
    const int bottom = static_cast<int>(static_cast<float>(target.y1) - clip.w);
    const int y1 = target.y1 - bottom;
    const PixelRect rect{x, y1 - static_cast<int>(clip.w - clip.y), x + static_cast<int>(clip.z - clip.x), y1};
    return common(rect, target);
}

struct Triangle {
    std::array<ImDrawVert, 3> corners;

    bool operator==(const Triangle& other) const { return std::memcmp(&corners, &other.corners, sizeof corners) == 0; }

    PixelRect bounds() const {
        const auto [x0, x1] = std::minmax({corners[0].pos.x, corners[1].pos.x, corners[2].pos.x});
        const auto [y0, y1] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y});
        return {static_cast<int>(std::floor(x0)), static_cast<int>(std::floor(y0)), static_cast<int>(std::ceil(x1)),
                static_cast<int>(std::ceil(y1))};
    }
};

/// One command of a draw list, with all that it depends on.
struct Drawn {
    const ImDrawCmd& command;
    const ImVector<ImDrawVert>& vertices;
    const ImVector<ImDrawIdx>& indices;
    PixelRect clip;

    bool is_callback() const { return command.UserCallback != nullptr; }
    /// Sets the renderer's state, and no pixel.
    bool is_reset() const { return command.UserCallback == ImDrawCallback_ResetRenderState; }

    unsigned triangles() const { return is_callback() ? 0 : command.ElemCount / 3; }
    Triangle triangle(unsigned index) const {
        const auto corner = [&](unsigned k) {
            const unsigned at = command.IdxOffset + 3 * index + k;
            return vertices[static_cast<int>(command.VtxOffset + indices[static_cast<int>(at)])];
        };
        return {{corner(0), corner(1), corner(2)}};
    }

    /// All that it may have coloured.
    void cover(PixelCover& cover) const {
        if (is_reset()) return;
        if (is_callback()) {
            const ScreenCommand* ours = screen_command(command);
            return cover.add(ours != nullptr ? common(extent(*ours), clip) : clip);
        }
        PixelRect all;
        for (unsigned i = 0; i < triangles(); ++i) all = around(all, triangle(i).bounds());
        cover.add(common(all, clip));
    }
};

bool same_texture(const ImDrawCmd& a, const ImDrawCmd& b) {
#if IMGUI_VERSION_NUM >= 19200
    return a.TexRef._TexData == b.TexRef._TexData && a.TexRef._TexID == b.TexRef._TexID;
#else
    return a.TextureId == b.TextureId;
#endif
}

/// Whether the two differ in nothing but the shape of their triangles or the values of our command.
bool same_kind(const Drawn& a, const Drawn& b) {
    return a.command.UserCallback == b.command.UserCallback &&
           (a.is_reset() || (a.clip == b.clip && (a.is_callback() || same_texture(a.command, b.command))));
}

/// Adds what differs between two lists of triangles with the same clip and texture.
void compare_triangles(const Drawn& before, const Drawn& after, PixelCover& cover) {
    const unsigned shorter = std::min(before.triangles(), after.triangles());
    unsigned head = 0;
    while (head < shorter && before.triangle(head) == after.triangle(head)) ++head;
    unsigned tail = 0;
    while (tail < shorter - head &&
           before.triangle(before.triangles() - 1 - tail) == after.triangle(after.triangles() - 1 - tail)) {
        ++tail;
    }
    // Of lists as long as each other, triangles between the first and the last difference may still be the same.
    const bool in_step = before.triangles() == after.triangles();
    const unsigned last = std::max(before.triangles(), after.triangles()) - tail;
    for (unsigned i = head; i < last; ++i) {
        if (in_step && before.triangle(i) == after.triangle(i)) continue;
        for (const Drawn* list : {&before, &after}) {
            if (i < list->triangles() - tail) cover.add(common(list->triangle(i).bounds(), list->clip));
        }
    }
}

/// Adds what differs between two commands that stand at the same place of the same list.
void compare(const Drawn& before, const Drawn& after, PixelCover& cover) {
    if (!same_kind(before, after)) {
        before.cover(cover);
        after.cover(cover);
    } else if (!before.is_callback()) {
        compare_triangles(before, after, cover);
    } else if (!before.is_reset()) {
        const ScreenCommand* old_command = screen_command(before.command);
        const ScreenCommand* new_command = screen_command(after.command);
        if (old_command == nullptr || new_command == nullptr) return cover.add(after.clip);
        for (const PixelRect& part : difference(*old_command, *new_command)) cover.add(common(part, after.clip));
    }
}

/// Whether the two paint the same pixels alike.
bool same(const Drawn& before, const Drawn& after) {
    PixelCover cover(1);
    compare(before, after, cover);
    return cover.rects().empty();
}

/// Adds what differs between two versions of one list. A version that is missing is empty.
void compare(const std::vector<Drawn>& before, const std::vector<Drawn>& after, PixelCover& cover) {
    if (before.size() == after.size()) {
        for (std::size_t i = 0; i < after.size(); ++i) compare(before[i], after[i], cover);
        return;
    }
    // Commands have come or gone: those before and behind are still the same.
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && same(before[head], after[head])) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && same(before[before.size() - 1 - tail], after[after.size() - 1 - tail])) ++tail;
    for (const std::vector<Drawn>* version : {&before, &after}) {
        for (std::size_t i = head; i < version->size() - tail; ++i) (*version)[i].cover(cover);
    }
}

/// What the command may colour at most. Ours know it well: those that colour nothing need not change the renderer's state.
PixelRect reach_of(const Drawn& drawn) {
    const ScreenCommand* ours = screen_command(drawn.command);
    return ours != nullptr ? common(drawn.clip, extent(*ours)) : drawn.clip;
}

/// Those of the command's triangles that may colour something within `part`: the others' corners would cost as much.
void add_triangles(const Drawn& drawn, const PixelRect& part, ImVector<ImDrawIdx>& indices) {
    for (unsigned k = 0; k < drawn.triangles(); ++k) {
        if (common(drawn.triangle(k).bounds(), part).empty()) continue;
        const int first = static_cast<int>(drawn.command.IdxOffset + 3 * k);
        for (int corner = first; corner < first + 3; ++corner) indices.push_back(drawn.indices[corner]);
    }
}

std::vector<Drawn> drawn(const ImVector<ImDrawCmd>& commands, const ImVector<ImDrawVert>& vertices,
                         const ImVector<ImDrawIdx>& indices, const PixelRect& target) {
    std::vector<Drawn> all;
    all.reserve(static_cast<std::size_t>(commands.Size));
    for (const ImDrawCmd& command : commands) {
        all.push_back({command, vertices, indices, scissor(command.ClipRect, target)});
    }
    return all;
}

}  // namespace

std::vector<PixelRect> Damage::next(const ImDrawData& data) {
    const PixelRect target{0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
    const bool known = std::exchange(known_, true) && target_ == target;
    target_ = target;
    std::vector<List> lists;
    lists.reserve(static_cast<std::size_t>(data.CmdListsCount));
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        lists.push_back({list.VtxBuffer, list.IdxBuffer, list.CmdBuffer});
    }
    PixelCover cover(most_parts);
    if (known) {
        const auto version = [&](const std::vector<List>& from, std::size_t i) {
            if (i >= from.size()) return std::vector<Drawn>();
            return drawn(from[i].commands, from[i].vertices, from[i].indices, target);
        };
        for (std::size_t i = 0; i < std::max(lists.size(), lists_.size()); ++i) {
            compare(version(lists_, i), version(lists, i), cover);
        }
    } else {
        cover.add(target);
    }
    lists_ = std::move(lists);
    return cover.rects();
}

void Damage::restrict_to(const std::vector<PixelRect>& parts, ImDrawData& data) const {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
        ImDrawList& list = *data.CmdLists[static_cast<int>(i)];
        list.CmdBuffer.resize(0);
        list.IdxBuffer.resize(0);
        bool changed_state = false;
        for (const Drawn& drawn : drawn(lists_[i].commands, lists_[i].vertices, lists_[i].indices, target_)) {
            if (drawn.is_reset()) {
                if (std::exchange(changed_state, false)) list.CmdBuffer.push_back(drawn.command);
                continue;
            }
            const PixelRect reach = reach_of(drawn);
            for (const PixelRect& part : parts) {
                if (common(part, reach).empty()) continue;
                const PixelRect clip = common(part, drawn.clip);
                ImDrawCmd command = drawn.command;
                if (!drawn.is_callback()) {
                    command.IdxOffset = static_cast<unsigned>(list.IdxBuffer.Size);
                    add_triangles(drawn, clip, list.IdxBuffer);
                    command.ElemCount = static_cast<unsigned>(list.IdxBuffer.Size) - command.IdxOffset;
                    if (command.ElemCount == 0) continue;
                }
                command.ClipRect = {static_cast<float>(clip.x0), static_cast<float>(clip.y0), static_cast<float>(clip.x1),
                                    static_cast<float>(clip.y1)};
                changed_state = changed_state || drawn.is_callback();
                list.CmdBuffer.push_back(command);
            }
        }
        data.TotalIdxCount += list.IdxBuffer.Size - lists_[i].indices.Size;
    }
}

}  // namespace ravine
