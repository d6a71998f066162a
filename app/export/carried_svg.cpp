#include "app/export/carried_svg.h"

#include <algorithm>
#include <stdexcept>

#include "app/export/carried_svg_reader.h"

namespace ravine {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Takes everything up to the end of `mark` off `rest`; all of it where the mark is missing.
void skip_past(std::string_view& rest, std::string_view mark) {
    const std::size_t at = rest.find(mark);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + mark.size());
}

/// Up to the '>' that ends a document type, which may hold declarations in brackets.
void skip_document_type(std::string_view& rest) {
    if (rest.substr(0, rest.find('>')).find('[') != std::string_view::npos) skip_past(rest, "]");
    skip_past(rest, ">");
}

/// What begins with the first element's '<'.
std::string_view from_root(std::string_view rest) {
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    for (;;) {
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(blanks)));
        if (rest.starts_with("<?"))
            skip_past(rest, "?>");
        else if (rest.starts_with("<!--"))
            skip_past(rest, "-->");
        else if (rest.starts_with("<!DOCTYPE"))
            skip_document_type(rest);
        else
            return rest;
    }
}

/// How long the tag is that `text` begins with: up to the '>' that no quotes hold.
std::size_t tag_length(std::string_view text) {
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote == '\0' && text[i] == '>') return i + 1;
        if (quote == '\0' && (text[i] == '"' || text[i] == '\'')) {
            quote = text[i];
        } else if (text[i] == quote) {
            quote = '\0';
        }
    }
    return text.size();
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// JSON that XML can hold as it is: neither the end of a CDATA section nor the two signs that XML has no place for. They stand in
/// strings, where JSON writes them by number too.
std::string fit_for_cdata(std::string_view json) {
    std::string text(json);
    replace_all(text, "]]>", "]]\\u003e");
    replace_all(text, "\xEF\xBF\xBE", "\\ufffe");
    replace_all(text, "\xEF\xBF\xBF", "\\uffff");
    return text;
}

}  // namespace

bool begins_as_svg(std::string_view bytes) {
    const std::string_view root = from_root(bytes);
    if (!root.starts_with('<')) return false;
    const std::string_view name = root.substr(1, root.find_first_of(" \t\r\n/>", 1) - 1);
    return name == "svg" || name.ends_with(":svg");
}

std::string svg_with_text(std::string_view svg, std::string_view text) {
    const std::string_view root = from_root(svg);
    const std::size_t length = tag_length(root);
    if (!begins_as_svg(svg) || length == root.size() || root[length - 2] == '/')
        throw std::runtime_error("expected an SVG picture to put a session into");
    const std::size_t at = svg.size() - root.size() + length;
    std::string out(svg.substr(0, at));
    out += "\n<metadata id=\"ravine-session\"><![CDATA[" + fit_for_cdata(text) + "]]></metadata>";
    return out.append(svg.substr(at));
}

std::optional<std::string> text_in_svg(std::string_view svg) { return SvgReader(svg).text(); }

}  // namespace ravine
