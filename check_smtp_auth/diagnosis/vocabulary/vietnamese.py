"""The words of servers in Vietnamese, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: không, chưa, chẳng
OR: hoặc
YOUR: của bạn
REQUIRED: yêu cầu, cần, phải, vui lòng, bắt buộc, hãy, trước tiên, cần phải, chỉ, phải dùng, hãy
    dùng, cần có, chỉ được
FAILED: thất bại, lỗi, không thành công, không được, sự cố
ACCOUNT: tài khoản, người dùng, hộp thư, tên đăng nhập, tên người dùng, email, hộp mail, hòm thư,
    địa chỉ email, gói, gói dịch vụ, hosting, tên miền
PASSWORD: mật khẩu, pass
CREDENTIALS: thông tin đăng nhập, thông tin xác thực, tài khoản hoặc mật khẩu, tài khoản và mật
    khẩu, tài khoản mật khẩu, email hoặc mật khẩu
AUTH: xác thực, đăng nhập, chứng thực
SERVICE: dịch vụ, smtp, tính năng, chức năng, ứng dụng bên ngoài
SENDING: gửi thư, gửi email, gửi mail, gửi, gửi đi, gửi ra, gửi thư đi
MECHANISM: cơ chế, phương thức, cơ chế xác thực, phương thức xác thực
COMMAND: lệnh
TLS: mã hóa, mã hoá, kết nối an toàn, kết nối bảo mật, kết nối mã hóa, kết nối được mã hóa
IPADDR: địa chỉ ip, ip, ip của bạn, địa chỉ ip của bạn, ip này
CLIENT: mạng, máy khách, máy tính, thiết bị, mạng nội bộ, nhà mạng
SENDER: người gửi, địa chỉ gửi, địa chỉ người gửi, thay mặt, người dùng khác, tên người gửi
RECIPIENT: người nhận, địa chỉ nhận, địa chỉ người nhận, hộp thư người nhận, địa chỉ đích
RELAY: chuyển tiếp
SERVER: máy chủ, hệ thống
POLICY: chính sách, quản trị viên
ALLOWED: được phép, cho phép, quyền
FORBIDDEN: bị cấm, cấm, không được phép, không có quyền, hạn chế, bị hạn chế, không cho phép
DENIED: từ chối, bị từ chối
ENABLED: kích hoạt, được kích hoạt, bật
DISABLED: vô hiệu hóa, vô hiệu hoá, ngừng hoạt động, bị tắt, chưa kích hoạt, chưa được kích hoạt,
    chưa bật, bị vô hiệu hóa, đã xóa, bị xóa, hết hạn dịch vụ, ngừng cung cấp, đã đóng, không bao
    gồm
LOCKED: bị khóa, bị khoá, khóa, bị chặn, tạm khóa, bị đình chỉ, chặn, tạm ngưng, bị tạm ngưng, bị
    tạm khóa, bị treo, đình chỉ, khóa tạm thời, đã khóa, bị cấm gửi
EXPIRED: hết hạn, quá hạn, không còn hiệu lực, không còn hợp lệ, hết hiệu lực, hết thời hạn, đã hết
    hạn
CHANGE: đổi, thay đổi, đặt lại, cập nhật
VALID: đúng, hợp lệ, chính xác, khớp
INVALID: sai, không đúng, không hợp lệ, không chính xác, không khớp, không trùng khớp
KNOWN: tồn tại, tìm thấy
SUPPORTED: hỗ trợ, được hỗ trợ
AVAILABLE: khả dụng, sẵn sàng
LIMIT: giới hạn, hạn mức, hạn ngạch, mỗi giờ, mỗi ngày, trong ngày, số lượng, hàng ngày, tối đa
EXCEEDED: vượt quá, vượt, đạt, đã đạt
TOOMANY: quá nhiều, quá thường xuyên, nhiều lần, quá nhiều lần, liên tục, quá nhanh
COUNTED: kết nối, tin nhắn, thư, lần thử
TEMPORARY: tạm thời, thử lại sau, vào lúc khác, sau ít phút, lát nữa, sau, thử lại, vui lòng thử
    lại, hiện tại, chờ
INTERNAL: lỗi hệ thống, lỗi máy chủ, lỗi nội bộ, lỗi kỹ thuật, sự cố kỹ thuật, lỗi không xác định
BUSY: bận, quá tải
APPPASSWORD: mật khẩu ứng dụng, mật khẩu riêng, mật khẩu cho ứng dụng, mã ủy quyền
SECONDFACTOR: xác thực hai bước, hai yếu tố, hai lớp, xác minh hai bước, bảo mật hai lớp, 2 bước,
    xác thực 2 bước
BROWSER: trình duyệt, webmail, trên web
LISTED: danh sách đen
FULL: đầy
BUT: vì, nhưng
ALREADY: đã
BACKEND: cơ sở dữ liệu, máy chủ xác thực
INSECURE: không mã hóa, không bảo mật, không an toàn, chưa mã hóa, không được mã hóa
CLIENT+PLACE: nước ngoài, quốc gia, ngoài việt nam, khu vực, vị trí
OWNED: thuộc, thuộc về, sở hữu
SPAM: thư rác, gửi thư rác, spam
ACTIVITY: hoạt động đáng ngờ, hoạt động bất thường, đăng nhập bất thường, đáng ngờ
UNKNOWN: không tồn tại, không tìm thấy, không có, không xác định
UNSUPPORTED: không hỗ trợ, không được hỗ trợ, chưa hỗ trợ
UNAVAILABLE: bảo trì, đang bảo trì, không phản hồi, gián đoạn, không khả dụng, không sẵn sàng
DURATION: phút, giờ, giây, ngày, tiếng
CREATE: tạo
UNPAID: thanh toán, nợ, phí, chưa thanh toán, cước, nợ cước
ALLOWLIST: danh sách trắng, danh sách cho phép
CERTIFICATE: chứng chỉ, chứng thư
TIMEOUT: hết thời gian, quá thời gian
NEWPASSWORD: đặt mật khẩu mới, mật khẩu mới
"""

ENDINGS = ""
