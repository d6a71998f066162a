#include "app/ui/gui.h"

#define GLFW_INCLUDE_NONE
#include <utility>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "app/ui/style.h"

namespace ravine {

namespace {

// Newer versions of ImGui upload glyphs by themselves, as they are used.
#if IMGUI_VERSION_NUM >= 19200
void drop_fonts() {}
void upload_first_fonts() {}
void upload_fonts() {}
#else
// The backend of ImGui 1.86 takes its buffers for as large as those were that it had before: they must stay when fonts change.
void drop_fonts() { ImGui_ImplOpenGL3_DestroyFontsTexture(); }
void upload_first_fonts() { ImGui_ImplOpenGL3_CreateDeviceObjects(); }
void upload_fonts() { ImGui_ImplOpenGL3_CreateFontsTexture(); }
#endif

/// The texture holds all glyphs: the font files and the pixels are not needed in memory any more.
void drop_pixels() {
#if IMGUI_VERSION_NUM < 19200
    ImGui::GetIO().Fonts->ClearInputData();
    ImGui::GetIO().Fonts->ClearTexData();
#endif
}

}  // namespace

Gui::Gui(const gl::Window& window, std::filesystem::path fonts)
    : window_(window), folder_(std::move(fonts)), in_parts_(window.keeps_its_picture()) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // the window has no floating parts to remember
    io.LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

Gui::~Gui() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void Gui::adopt(const Theme& theme, float scale) {
    const bool rescaled = !fonts_ || fonts_->scale() != scale;
    if (!rescaled && theme_ == &theme) return;
    if (rescaled) {
        const bool first = !fonts_;
        if (!first) drop_fonts();
        fonts_.emplace(folder_, scale);
        first ? upload_first_fonts() : upload_fonts();
        drop_pixels();
        damage_.forget();  // other glyphs may have the same places in the texture
    }
    theme_ = &theme;
    apply_style(theme, scale);
}

void Gui::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

std::int64_t Gui::end_frame() {
    ImGui::Render();
    ImDrawData& data = *ImGui::GetDrawData();
    std::int64_t pixels = 0;
    std::vector<gl::WindowPart> shown;
    if (in_parts_) {
        const std::vector<PixelRect> parts = damage_.next(data);
        if (parts.empty()) return 0;
        damage_.restrict_to(parts, data);
        for (const PixelRect& part : parts) {
            pixels += part.area();
            shown.push_back({part.x0, part.y0, part.x1 - part.x0, part.y1 - part.y0});
        }
    } else {
        pixels = static_cast<std::int64_t>(data.DisplaySize.x * data.FramebufferScale.x) *
                 static_cast<std::int64_t>(data.DisplaySize.y * data.FramebufferScale.y);
    }
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    in_parts_ ? window_.show(shown) : window_.show();
    return pixels;
}

}  // namespace ravine
