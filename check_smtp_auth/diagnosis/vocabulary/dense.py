"""The words of servers in Chinese, Japanese and Korean, by their meanings (see
``vocabulary``). Pure.

There are no blanks to tell words by, so each character is a word, and a phrase stands
wherever its characters follow each other. "Not" is part of the phrases.
"""

from __future__ import annotations

CHINESE = """\
OR: 或, 或者
YOUR: 您的, 你的, 您
REQUIRED: 请使用, 必须, 需要, 请, 要求, 請, 必須, 请先, 应, 首先
FAILED: 失败, 出错, 失敗, 异常
FAILED+INVALID: 错误, 錯誤, 有误
ACCOUNT: 账号, 帐号, 用户, 账户, 帐户, 邮箱, 帳號, 用戶, 帳戶, 信箱, 用户名, 域名, 使用者,
    使用者名稱, 套餐
PASSWORD: 密码, 密碼, 口令
CREDENTIALS: 用户名或密码, 账号或密码, 帐号或密码, 用户名密码, 用户名或者密码, 帳號或密碼,
    账户或密码, 用户名和密码, 使用者名稱或密碼, 账号密码, 用户名或口令
AUTH: 登录, 认证, 验证, 登陆, 身份验证, 登錄, 認證, 驗證, 登入, 鉴权, 授权, 身份认证
SERVICE: 服务, 服務, 功能, smtp 服务, 权限
SENDING: 发送, 发信, 发送邮件, 寄信, 發送, 寄送, 发件, 外发
MECHANISM: 认证方式, 认证机制, 验证方式, 登录方式, 认证类型, 机制, 方式
COMMAND: 命令, 指令
TLS: 加密, 安全连接, 加密连接, 安全連線
INSECURE: 非加密, 明文, 未加密, 不安全
IPADDR: ip 地址, 您的 ip, 来源 ip, ip 位址, 客户端 ip, 你的 ip
CLIENT: 客户端, 主机, 网络, 設備, 设备, 归属地, 来源地址
SENDER: 发件人, 发信人, 发件地址, 发件人地址, 寄件者, 寄件人, 发信地址, 发送者, 发件域名, 發件人
RECIPIENT: 收件人, 收信人, 收件地址, 收件者, 收件人地址
RELAY: 转发, 中继, 轉發
SERVER: 服务器, 系统, 伺服器, 系統
POLICY: 策略, 管理员, 安全策略, 管理員, 规则, 组织
FORBIDDEN: 不允许, 禁止, 无权, 没有权限, 未授权, 不允許, 無權, 受限, 限制, 无权限, 没有权,
    不被允许, 不许, 没有发信权限, 没有发送权限, 无发信权限, 没有登录权限, 无发送权限
DENIED: 拒绝, 拒絕, 被拒绝, 不接受
ENABLED: 开启, 启用, 激活, 打开, 開啟, 啟用
DISABLED: 未开启, 未启用, 禁用, 停用, 已关闭, 未开通, 关闭, 未激活, 欠费, 注销, 已过期账号, 未開啟,
    沒有開啟, 没有开启, 被禁用, 到期, 没有开通, 未開通
LOCKED: 冻结, 锁定, 封禁, 封锁, 冻结中, 凍結, 鎖定, 屏蔽, 被封, 暂停, 封停, 停權, 查封, 被锁
ACTIVITY: 异常登录, 登录异常, 账号异常, 可疑, 帐号异常, 异常行为
SPAM: 垃圾邮件, 机器人
EXPIRED: 过期, 已过期, 失效, 已失效, 過期, 逾期
CHANGE: 修改, 更改, 重置, 重設, 变更
INVALID: 不正确, 无效, 不合法, 不匹配, 不正確, 無效, 不一致, 不符, 非法, 不对, 不相符
UNKNOWN: 不存在, 未知, 找不到, 未找到
UNSUPPORTED: 不支持, 不支援, 未实现
UNAVAILABLE: 不可用, 无法使用, 維護中, 维护中, 无法访问
LIMIT: 上限, 配额, 额度, 频率, 限额, 最大数, 数量, 頻率
EXCEEDED: 超过, 超出, 超限, 已满, 已达, 达到, 超過, 用完, 达上限, 用尽
TOOMANY: 过多, 太多, 过于频繁, 频率受限, 频率过高, 过频, 太频繁, 频繁, 频率超限, 頻繁, 太頻繁,
    发送超限, 频率限制, 過多
COUNTED: 连接, 邮件, 次数, 尝试, 连接数
TEMPORARY: 临时, 稍后, 稍后再试, 请稍后, 暂时, 稍後, 暫時
INTERNAL: 系统错误, 内部错误, 服务器错误, 系统异常, 內部錯誤, 处理错误, 处理失败, 处理异常
BUSY: 繁忙, 系统繁忙, 忙
TIMEOUT: 超时, 逾時
APPPASSWORD: 授权码, 专用密码, 授權碼, 客户端密码, 独立密码, 应用密码, 客户端授权密码,
    应用专用密码, 安全密码, 专用码, 应用程序密码, 應用程式密碼
SECONDFACTOR: 两步验证, 双重验证, 二次验证, 双因素, 兩步驟驗證, 二步验证
BROWSER: 浏览器, 网页登录, 网页版
LISTED: 黑名单, 黑名單
ALLOWLIST: 白名单
FULL: 邮箱已满, 空间已满, 容量已满, 信箱已滿
CLIENT+PLACE: 地区, 国家, 異地, 异地, 境外, 海外, 国外
BACKEND: 认证服务器, 数据库, 验证服务器, 認證伺服器, 資料庫
ALREADY: 已经, 已
CANCELLED: 取消, 中止, 终止
SEQUENCE: 顺序, 順序
SYNTAX: 格式, 语法, 参数
TOKEN: 令牌
APIKEY: api 密钥, 密钥
"""

JAPANESE = """\
OR: または, もしくは
YOUR: あなたの, お客様の
REQUIRED: 必要, 必須, ください, して下さい
FAILED: 失敗, エラー, 失敗しました, できません, できませんでした
ACCOUNT: アカウント, ユーザー, ユーザ, メールボックス, メールアカウント, ドメイン, 契約
PASSWORD: パスワード
CREDENTIALS: ユーザー名またはパスワード, ユーザ名またはパスワード, ユーザー名かパスワード,
    ログイン情報, 認証情報, ユーザー名とパスワード, 資格情報
AUTH: 認証, ログイン, 認証に, サインイン
SERVICE: サービス, 送信機能, アクセス
SENDING: 送信, メール送信, メールの送信, 配信
MECHANISM: 認証方式, 認証方法, 認証メカニズム, 方式
COMMAND: コマンド
TLS: 暗号化, 暗号化接続, セキュアな接続, 安全な接続
INSECURE: 暗号化されていない, 平文, 非暗号化
IPADDR: ip アドレス, 接続元 ip, 送信元 ip, お使いの ip, お使いの ip アドレス, あなたの ip, この ip
    アドレス, この ip
CLIENT: ホスト, ネットワーク, 接続元, 接続元ホスト, 端末
SENDER: 送信者, 差出人, 送信元アドレス, 差出人アドレス, 送信者アドレス, 送信元メールアドレス,
    送信元ドメイン, 送信元
RECIPIENT: 受信者, 宛先, 受信者アドレス, 宛先アドレス
RELAY: 中継, リレー, 転送
SERVER: サーバー, サーバ, システム
POLICY: ポリシー, 管理者, 組織
FORBIDDEN: 許可されていません, 許可されていない, 禁止, 権限がありません, 制限されています,
    許可されません, 権限がない, 制限中, 許可していません, 認められていません, 制限,
    送信権限がありません
DENIED: 拒否, 拒否されました, 拒否しました
ENABLED: 有効
DISABLED: 無効化, 無効になっています, 停止しています, 利用停止, 解約, 無効にされ, 利用できません,
    有効ではありません, 使用できません, 有効になっていません
LOCKED: ロック, ロックされ, 凍結, ブロック, 停止されました, 停止されています, 一時停止,
    アカウント停止
EXPIRED: 期限切れ, 有効期限が切れ, 期限が切れ, 期限が過ぎ
CHANGE: 変更, 再設定, リセット, 更新
INVALID: 正しくありません, 間違って, 誤り, 不正, 無効です, 無効な, 違います, 一致しません,
    正しくない, 異なります, 誤って, 間違い
UNKNOWN: 存在しません, 見つかりません, 不明, 存在しない
UNSUPPORTED: サポートされていません, 対応していません, 未対応, サポートしていません
UNAVAILABLE: 利用不可, メンテナンス
LIMIT: 上限, 制限値, 制限数, 最大数, 送信数, 容量
EXCEEDED: 超えました, 超過, 達しました, 超えて, 超えています, 超えた, オーバー
TOOMANY: 多すぎ, 多すぎます, 過多, 頻繁
COUNTED: 接続, メッセージ, 試行, 通数
TEMPORARY: 一時的, しばらく, 後ほど, 後でもう一度, しばらくして, 時間をおいて, 暫く
INTERNAL: 内部エラー, システムエラー, サーバーエラー, サーバエラー
BUSY: 混雑, 混み合って
TIMEOUT: タイムアウト
APPPASSWORD: アプリパスワード, アプリ用パスワード, アプリケーションパスワード, 専用パスワード,
    外部アプリ用パスワード
SECONDFACTOR: 二段階認証, 2 段階認証, 二要素認証, 2 要素認証, 多要素認証
BROWSER: ブラウザ, ブラウザー
LISTED: ブラックリスト
FULL: いっぱい, 容量超過, 満杯
CLIENT+PLACE: 海外, 国外, 国
BACKEND: 認証サーバー, 認証サーバ, データベース
ALREADY: すでに, 既に
CANCELLED: キャンセル, 中断
SEQUENCE: 順番
SYNTAX: 構文, 形式
"""

KOREAN = """\
OR: 또는
YOUR: 귀하의, 고객님의
REQUIRED: 필요, 필수, 하십시오, 하세요, 해야, 바랍니다
FAILED: 실패, 오류, 에러, 실패했습니다
ACCOUNT: 계정, 사용자, 메일함, 사용자명, 아이디, 도메인, 회원
PASSWORD: 비밀번호, 암호, 패스워드
CREDENTIALS: 아이디 또는 비밀번호, 사용자 이름 또는 비밀번호, 아이디나 비밀번호, 사용자 이름 또는
    암호, 자격 증명, 아이디 비밀번호, 아이디와 비밀번호, 계정 또는 비밀번호
AUTH: 인증, 로그인, 사용자 인증
SERVICE: 서비스, 접근, 이용
SENDING: 발송, 전송, 메일 발송, 보내기, 송신
MECHANISM: 인증 방식, 인증 방법, 방식, 인증 메커니즘
COMMAND: 명령, 명령어
TLS: 암호화, 보안 연결, 보안 접속
INSECURE: 암호화되지 않은, 평문
IPADDR: ip 주소, 접속 ip, 귀하의 ip, 발송 ip, 아이피
CLIENT: 호스트, 네트워크, 해외 ip
SENDER: 발신자, 보낸 사람, 발신 주소, 보내는 사람, 발송자, 발신 도메인, 발신자 주소, 송신자
RECIPIENT: 수신자, 받는 사람, 수신자 주소, 받는사람
RELAY: 릴레이, 중계
SERVER: 서버, 시스템
POLICY: 정책, 관리자, 조직
FORBIDDEN: 허용되지 않, 금지, 권한이 없, 허용하지 않, 제한되었, 권한 없음, 제한, 허가되지 않
DENIED: 거부, 거절, 거부되었
DISABLED: 비활성화, 사용 중지, 사용할 수 없, 해지, 휴면, 사용하지 않, 사용 안함, 설정되어 있지 않,
    탈퇴
LOCKED: 잠겼, 잠김, 차단, 정지, 잠겨, 잠긴, 차단되었, 일시 정지
EXPIRED: 만료
CHANGE: 변경, 재설정, 초기화
INVALID: 잘못, 올바르지 않, 일치하지 않, 틀렸, 유효하지 않, 부적합, 틀립, 맞지 않
UNKNOWN: 존재하지 않, 알 수 없, 찾을 수 없, 없는 사용자
UNSUPPORTED: 지원하지 않, 지원되지 않, 미지원
UNAVAILABLE: 이용할 수 없, 점검 중, 점검
LIMIT: 한도, 할당량, 제한량, 최대, 횟수, 용량
EXCEEDED: 초과, 도달, 초과했습니다, 초과되었
TOOMANY: 너무 많, 너무 자주, 과도한
COUNTED: 연결, 메시지, 시도
TEMPORARY: 일시적, 나중에, 잠시 후, 잠시후, 다시 시도
INTERNAL: 내부 오류, 서버 오류, 시스템 오류
TIMEOUT: 시간 초과, 시간이 초과
APPPASSWORD: 앱 비밀번호, 애플리케이션 비밀번호, 앱 암호, 애플리케이션 암호
SECONDFACTOR: 2 단계 인증, 이중 인증, 2 차 인증, 2 단계
BROWSER: 브라우저
LISTED: 블랙리스트
FULL: 가득, 용량 초과
CLIENT+PLACE: 국가, 지역, 해외, 외국
BACKEND: 인증 서버, 인증서버, 데이터베이스
ALREADY: 이미
CANCELLED: 취소, 중단
SEQUENCE: 순서
SYNTAX: 형식, 구문
"""

# The three have no phrases in common that differ in meaning, so they are one.
WORDS = CHINESE + JAPANESE + KOREAN
