"""The words of servers in other languages of the Latin script, by their meanings (see
``vocabulary``). Pure.

"suspendu/e/s" is "suspendu", "suspendue" and "suspendus". What is written with accents is also
found without, as many servers write it. Where no real reply was at hand (those are in the
tests), the words are the usual ones of mail programs in these languages.
"""

from __future__ import annotations

from . import further

PORTUGUESE = """\
NOT: não, nao, sem, nunca, nenhum, nenhuma, nem, tampouco, impossível
WILL: será, serão, para evitar
OR: ou
YOUR: sua, seu
REQUIRED: requerid/o/a, necessári/o/a, é necessário, obrigatóri/o/a, exigid/o/a, exige, requer,
    deve, precisa, é preciso, por favor, use, utilize, é necessária, primeiro, antes, faça, efetue,
    precisam, devem, exigem, somente, apenas, obrigatoriamente, tem que, informe, necessita
FAILED: falha, falhou, erro, problema, não foi possível, falharam, insucesso, malsucedid/o/a, não
    conseguimos, não conseguiu, deu errado
ACCOUNT: conta, contas, usuári/o/a, utilizador, caixa postal, caixa de correio, caixa de e mail,
    caixa de email, conta de e mail, conta de email, cliente, assinatura, caixa, endereço de e
    mail, licença, licenças, período de teste, período de avaliação, contrato, hospedagem,
    cadastro, perfil, conta postal, correio eletrônico, endereço eletrônico, seu e mail, seu email,
    este e mail, revenda, identificador
PASSWORD: senha, palavra passe, senha do usuário, senha smtp, senha do smtp, senha atual, senha
    informada
CREDENTIALS: usuário ou senha, usuário e senha, credenciais, usuário e ou senha, login e senha,
    login ou senha, nome de usuário ou senha, e mail ou senha, utilizador ou palavra passe, dados
    de autenticação, dados de acesso, nome de usuário e senha, dados de login, dados incorretos,
    login e ou senha, e mail e senha, login ou a senha, usuário ou a senha, usuário e a senha,
    senha ou usuário, e mail ou a senha, usuário senha, credencial, dados de conexão, dados
    informados
AUTH: autenticação, autenticar, autenticad/o/a, autenticado, acesso, entrar, login, logar,
    identificação, autenticar se, autentique, iniciar sessão, início de sessão, conectar se,
    acessar, tentativa de login, tentativa de acesso
SERVICE: serviço, acesso smtp, serviço smtp, serviço de e mail, smtp autenticado, smtp externo,
    programas de e mail, clientes de e mail, aplicativos externos, programas externos, clientes
    externos, recurso, funcionalidade, acesso externo, protocolo
SENDING: enviar, envio de e mails, envio de mensagens, enviar e mails, enviar e mail, enviar
    mensagens, envio de e mail, envio de email, envio de emails, envia, disparo, disparar, mandar,
    enviando, mensagens de saída, saída de e mails, envio
MECHANISM: mecanismo, método, tipo de autenticação, mecanismo de autenticação, método de
    autenticação, forma de autenticação, modo de autenticação, modalidade, tipo de login
COMMAND: comando
TLS: criptografia, conexão segura, ligação segura, conexão criptografada, cifragem, conexão
    cifrada, canal seguro, canal criptografado, conexão protegida, criptografar, cifrar,
    criptografada, conexão com criptografia
INSECURE: conexão não segura, conexão insegura, conexão não criptografada, texto puro, texto
    simples, sem criptografia, não criptografad/o/a, inseguro, insegura, texto aberto, conexão
    aberta, não segur/o/a
IPADDR: endereço ip, seu ip, ip de origem, seu endereço, este ip, endereço de ip, seu endereço ip,
    ip do cliente, ips, faixa de ip
CLIENT: rede, servidor de origem, sua rede, sua conexão, máquina, computador, provedor, rede
    externa, dispositivo, fora da rede, origem, procedência
SENDER: remetente, endereço do remetente, endereço de origem, e mail de origem, domínio do
    remetente, endereço de remetente, remetentes, domínio de envio, em nome de, outro usuário,
    outra conta, endereço de envio, endereço remetente, como remetente, conta remetente, e mail
    remetente, e mail do remetente
RECIPIENT: endereço do destinatário, endereço de destino, destinatári/o, receptor, endereço
    destino, destino, caixa do destinatário
RELAY: retransmissão, encaminhamento, relay negado, retransmitir, encaminhar
SERVER: servidor, sistema, servidor de e mail, servidor de correio
POLICY: política, políticas, administrador, administradores, política de segurança, regra, regras,
    diretiva, diretivas, norma, normas, administração, organização, empresa
ALLOWED: permitid/o/a/os/as, autorizad/o/a/os/as, permissão, permite, pode, podem, permitir,
    permitem, privilégio, direito, autorização, liberação, autoriza, habilitação
ACCEPTED: aceit/o/a/e, aceitos
FORBIDDEN: proibid/o/a, restrit/o/a, desautorizad/o/a, não autorizad/o/a, não pode usar, não pode
    utilizar, não pode enviar, vedad/o/a, impedid/o/a, restrição, restrições, sem permissão
DENIED: negad/o/a, recusad/o/a, rejeitad/o/a/os, acesso negado, recusa, recusamos, negamos,
    rejeitamos, rejeição
ENABLED: ativad/o/a, habilitad/o/a, ativ/o/a, liberad/o/a, ativar, habilitar, incluído, incluída,
    ligad/o/a, contratad/o/a, ativação, liberar, dispõe, possui
DISABLED: desativad/o/a, desabilitad/o/a, inativ/o/a, encerrad/o/a, cancelad/o/a, desligad/o/a,
    inadimplente, desligada, não habilitad/o/a, descontinuad/o/a, terminou, terminad/o/a, acabou,
    em aberto, em atraso, não pag/o/a, plano pago, finalizad/o/a, pendente, pendentes, excluíd/o/a,
    removid/o/a, sem pagamento, débito, extint/o/a, apagad/o/a, deletad/o/a, desligamos,
    desativamos, cancelamos, não contratad/o/a, não liberad/o/a, não ativad/o/a, não inclui, sem
    licença, aguardando, expirou o plano, cancelamento, fora de uso, chegou ao fim, findou,
    encerrou, foi encerrado
LOCKED: bloquead/o/a/os/as, suspens/o/a/os, bloqueio, suspensão, travad/o/a, banid/o/a,
    comprometid/o/a, bloqueamos, suspenso, congelad/o/a, banido, invadida, hackeada, em quarentena,
    quarentena, retid/o/a, interditad/o/a, banimento, invadid/o/a, violad/o/a, penalizad/o/a,
    trancad/o/a, suspendemos, barrad/o/a
SPAM: suspeita de spam, robô, spammer, lixo eletrônico, envio em massa, disparo em massa, disparo
    de spam, envio de spam, mala direta
ACTIVITY: atividade suspeita, atividade incomum, comportamento suspeito, acesso suspeito, acessos
    suspeitos, login suspeito, acesso incomum, envio suspeito, atividade anormal, atividade
    anômala, movimentação suspeita, atividade fraudulenta, uso indevido, comportamento anormal,
    envios suspeitos, abuso, uso abusivo, abusiva, uso abusiva
EXPIRED: expirad/o/a, expirou, vencid/o/a, venceu, prazo expirado, validade, não é mais válid/o/a,
    já não é válid/o/a, deixou de ser válida, prazo de validade, vencimento, muito antiga, antiga
    demais, perdeu a validade, passou da validade, caducou, caducad/o/a
CHANGE: alterar, altere, alterad/a, trocar, troque, trocada, redefinir, redefina, mudar, mude,
    atualizar, atualize, alteração, defina uma nova, definir uma nova, crie uma nova, cadastre uma
    nova, renove, renovar, atualizada, substitua, substituir, trocá la, alterá la, redefini la,
    defina outra, escolha uma nova, escolha outra, crie outra, cadastre outra, troca, redefinição,
    renovação, renovada
VALID: válid/o/a, corret/o/a, corresponde, confere, igual, mesmo, bate, batem, combina, combinam,
    coincide, coincidem, certo, certa, conferem
INVALID: inválid/o/a/os/as, incorret/o/a/os/as, errad/o/a/os, errôneo, divergente, diferente,
    diferentes, difere, diverge, equivocad/o/a, digitad/a errada
KNOWN: encontrad/o/a, existe, cadastrad/o/a, reconhecid/o/a, conhecid/o/a, localizad/o/a,
    hospedad/o/a, existem, consta, atendid/o/a
UNKNOWN: inexistente, desconhecid/o/a, não existente, nenhum usuário, não há
SUPPORTED: suportad/o/a, suporta, implementad/o/a, oferecid/o/a, oferece, compatível,
    disponibilizad/o/a
AVAILABLE: disponível, disponíveis, responde, respondeu, respondendo, acessível, alcançável, no ar
UNAVAILABLE: indisponível, fora do ar, em manutenção, sem resposta, parado, caiu, instabilidade,
    instável, manutenção, offline, fora de serviço
VERIFIED: verificad/o/a, validad/o/a, confirmad/o/a
LIMIT: limite, limites, cota, número máximo, máximo, máxima, limite de envio, limite diário, taxa,
    créditos, por hora, por dia, por minuto, por mês, quantidade, volume, franquia, teto, saldo,
    número de, total de, hoje, frequência
EXCEEDED: excedid/o/a, excedeu, atingid/o/a, atingiu, ultrapassad/o/a, ultrapassou, excede,
    esgotad/o/a, esgotados, insuficiente, insuficientes, estourad/o/a, estourou, extrapolad/o/a,
    extrapolou, esgotou, consumid/o/a, acabaram, acima do, além do, superad/o/a, superou, exceder,
    alcançad/o/a, alcançou, utilizou todos, usou todos
TOOMANY: muitas tentativas, muitas conexões, muitos, excesso de, demasiad/os/as, número excessivo,
    tentativas demais, conexões demais, limite de envios excedido, muitas mensagens, muitos erros,
    muitas falhas, muitas autenticações, em excesso, demais, excessiv/o/a/os/as, com muita
    frequência, muito rápido, várias tentativas, diversas tentativas, repetidas tentativas, muitos
    acessos, muitos logins, muitos e mails, muitas vezes, excesso, tentativas repetidas, seguidas,
    sucessivas
COUNTED: conexões, mensagens, tentativas, sessões, mensagem, logins, acessos, e mails, emails,
    requisições, vezes, conexão
TEMPORARY: temporári/o/a, temporariamente, mais tarde, tente novamente, tente mais tarde, em alguns
    minutos, momentaneamente, daqui a pouco, depois, em instantes, em breve, por enquanto, no
    momento, aguarde, tente de novo, tente outra vez, transitóri/o/a, provisoriamente, provisório,
    alguns instantes
INTERNAL: erro interno, falha interna, erro do servidor, erro no servidor, problema interno, erro
    inesperado, falha técnica, problema técnico, erro de sistema, falha do servidor, falha no
    servidor, não foi possível consultar, falha ao consultar, erro ao consultar, erro ao acessar,
    erro de configuração, erro no sistema
BUSY: ocupado, sobrecarregado, sobrecarga, congestionad/o/a, lotado, muita carga, carga elevada
TIMEOUT: tempo esgotado, tempo limite, tempo excedido, não foi possível conectar, falha de conexão,
    erro de conexão, falha ao conectar, tempo de espera
APPPASSWORD: senha de app, senha de aplicativo, senha de aplicação, senha do aplicativo, senha do
    app, senha específica, palavra passe de aplicação, senhas de app, código de autorização, senha
    exclusiva, senha para aplicativo, senha para aplicativos, senha de aplicativos, senha dedicada,
    senha separada, senha para o aplicativo, senha para programas, senha externa, senha de acesso
    externo, senha de dispositivo, palavra passe da aplicação, palavra passe de app, chave de
    acesso
SECONDFACTOR: dois fatores, duas etapas, verificação em duas etapas, segundo fator, dois passos,
    autenticação multifator, multifator, duplo fator, autenticador, código de verificação, 2
    fatores, dupla autenticação, dupla verificação
BROWSER: navegador, pelo navegador, pelo webmail, via webmail, pelo site, no site, via navegador
LISTED: lista negra, em lista negra, na lista negra, listado em, em lista de bloqueio, na lista de
    bloqueio, listada em, está listado, em blacklist, na blacklist, em listas negras
FULL: cheia, lotada, cota de armazenamento, armazenamento, espaço em disco, quota de armazenamento,
    espaço de armazenamento, sem espaço
TERMS: termos de uso, termos de serviço, termos
BUT: porque, pois, mas, devido a
SENDING+COUNTED: envios
RECIPIENT+COUNTED: destinatários
CLIENT+PLACE: país, localização, exterior, do exterior, estrangeiro, fora do país, outro país, fora
    do brasil, região, internacional, internacionais, países, fora do território, local incomum
BLACKLIST: blacklist, lista de bloqueio, listas de bloqueio, reputação, má reputação, baixa
    reputação, ip dinâmico
DOMAIN: domínio, domínios
BACKEND: servidor de autenticação, banco de dados, base de dados, servidor ldap, base de usuários,
    servidor de senhas, serviço de autenticação, diretório, banco de usuários, ldap, banco
ALREADY: já
CANCELLED: cancelada, interrompida, abortada
SEQUENCE: sequência
SYNTAX: formato, sintaxe, argumento, malformad/o/a, base64 inválido
APIKEY: chave de api, chave api
SWITCHON: libere, habilite, ative
PTR: dns reverso, reverso, registro ptr, resolução reversa, entrada reversa, dns reversa
NEWPASSWORD: nova senha
IF: caso
OWNED: pertence, pertencem, proprietário, dono, é seu, é sua, seja seu, seja sua
REVOKED: revogad/o/a
UNSUPPORTED: incompatível
DURATION: minutos, horas, segundos, minuto, hora, dias, semana
GREYLIST: lista cinza
ALLOWLIST: lista branca, lista de permitidos, lista de permissões, ips autorizados, ips permitidos,
    rede autorizada, lista de liberação, redes autorizadas
BASICAUTH: autenticação básica, autenticação por senha, autenticação legada, autenticação simples
CREATE: gere, gerar, crie, criar
UNPAID: inadimplência, falta de pagamento, pagamento, pagamentos, boleto, boletos, débitos,
    cobrança, dívida, faturas, financeiro, fatura, mensalidade
CERTIFICATE: certificado, certificado digital, certificado do cliente
RCPTLIMIT+LIMIT+COUNTED: destinatários por mensagem, número de destinatários, limite de
    destinatários, máximo de destinatários
RECEIVE: receber, recebimento, recepção
SECURITY: versão do tls, versão de tls, versão tls, protocolo tls
CLIENT+LAN: rede interna, rede corporativa, rede da empresa, rede local, intranet, rede da
    instituição
WRONGSECRET: senha de app inválida, senha de app incorreta, senha de app errada, senha de
    aplicativo inválida, senha de aplicativo incorreta, senha de app expirada, senha de app
    revogada, senha de aplicativo revogada
STOPPED: interrompid/o/a, parad/o/a, paralisad/o/a, paramos, interrompemos
ACCOUNT+PLAN: plano, pacote, plano gratuito, plano contratado, plano atual
SESSION: sessão, sua sessão
CHECK: verifique, confira, cheque, revise, verifique seu, verifique sua, verifique os, verifique
    as, conferir
"""

SPANISH = """\
NOT: sin, ningún, ninguna, nunca, ni, tampoco, imposible
IF: si
WILL: será, serán, para evitar
OR: o
YOUR: su, tu
REQUIRED: requerid/o/a, requiere, se requiere, necesari/o/a, obligatori/o/a, debe, es necesario,
    por favor, necesita, se necesita, utilice, use, exige, primero, antes, inicie, deben,
    necesitan, solo, sólo, solamente, únicamente, tiene que, hay que, obligatoriamente, precisa,
    necesitamos
FAILED: fallo, falló, fallid/o/a, error, problema, no se pudo, fallida, falla, fallaron, no fue
    posible, no ha sido posible, no pudo, ha fallado
ACCOUNT: cuenta, cuentas, usuari/o/a, buzón, cliente, dominio, suscripción, casilla, cuenta de
    correo, nombre de usuario, buzón de correo, correo electrónico, licencia, licencias, periodo de
    prueba, período de prueba, contrato, hosting, alojamiento, perfil, casilla de correo, su
    correo, este correo, abonado, registro, email, identificador, alta
PASSWORD: contraseña, clave, contrasena, contraseña smtp, clave smtp, contraseña de correo
CREDENTIALS: credenciales, usuario o contraseña, usuario y contraseña, usuario o clave, usuario y
    clave, nombre de usuario o contraseña, nombre de usuario y contraseña, usuario contraseña,
    datos de autenticación, datos de acceso, usuario y o contraseña, usuario o password, nombre o
    contraseña, clave o usuario, usuario o la contraseña, usuario y la contraseña, correo o
    contraseña, contraseña o usuario, credencial, datos de conexión, datos de inicio, datos
    introducidos, login o contraseña, login o clave, clave y usuario
AUTH: autenticación, autentificación, autenticar, autenticad/o/a, autenticarse, inicio de sesión,
    iniciar sesión, acceso, autentificar, autentíquese, identificación, identificarse,
    identifíquese, iniciar la sesión, inicios de sesión, login, ingreso, ingresar, conectarse,
    loguearse, intento de acceso
SERVICE: servicio, acceso smtp, servicio smtp, servicio de correo, smtp autenticado, smtp externo,
    clientes de correo, programas de correo, clientes externos, aplicaciones externas, programas
    externos, función, funcionalidad, acceso externo, protocolo, envío smtp
SENDING: enviar, envío, enviar correo, enviar correos, enviar mensajes, envío de correo, envío de
    correos, envío de mensajes, envía, mandar, enviando, envíos masivos, correo saliente, mensajes
    salientes, remitir, correos salientes
MECHANISM: mecanismo, método, tipo de autenticación, mecanismo de autenticación, método de
    autenticación, forma de autenticación, modo de autenticación, modalidad, tipo de login,
    procedimiento
COMMAND: comando, orden
TLS: cifrado, conexión segura, encriptación, conexión cifrada, conexión encriptada, canal seguro,
    canal cifrado, conexión protegida, cifrar, encriptar, conexión con cifrado, encriptado, cifrada
INSECURE: conexión no segura, conexión insegura, conexión no cifrada, texto plano, texto claro, sin
    cifrado, sin cifrar, sin encriptar, no cifrad/o/a, inseguro, insegura, en claro, no segur/o/a
IPADDR: dirección ip, su ip, tu ip, esta ip, su dirección, direcciones ip, ip de origen, ip del
    cliente, su dirección ip, rango de ip, ips
CLIENT: red, equipo, su red, su conexión, máquina, ordenador, computadora, proveedor, red externa,
    dispositivo, fuera de la red, host, origen, procedencia
SENDER: remitente, dirección del remitente, dirección de origen, dominio del remitente, remitentes,
    dirección de remitente, dirección de correo del remitente, correo del remitente, en nombre de,
    otro usuario, otra cuenta, dirección de envío, dirección remitente, como remitente, cuenta
    remitente, correo de origen
RECIPIENT: dirección del destinatario, dirección de destino, destinatari/o, receptor, destino,
    casilla de destino, buzón de destino, dirección destino
RELAY: reenvío, retransmisión, reenviar, retransmitir
SERVER: servidor, sistema, servidor de correo
POLICY: política, políticas, administrador, organización, política de seguridad, regla, reglas,
    directiva, directivas, norma, normas, administración, empresa, motivos de seguridad
ALLOWED: permitid/o/a/os/as, autorizad/o/a/os/as, permiso, permisos, permite, puede, permiten,
    autoriza, tiene permiso, permitir, privilegio, privilegios, derecho, derechos, autorización,
    autorizan
ACCEPTED: aceptad/o/a/os, acepta, aceptar
FORBIDDEN: prohibid/o/a, restringid/o/a, desautorizad/o/a, no puede usar, no puede utilizar, no
    puede enviar, vetado el acceso, impedid/o/a, restricción, restricciones, sin permiso, limitado
    a
DENIED: denegad/o/a, rechazad/o/a/os, negad/o/a, acceso denegado, rehusad/o/a, rechazo, rechazamos,
    denegamos, denegación, rehusamos
ENABLED: habilitad/o/a, activad/o/a, activ/o/a, activar, habilitar, activarlo, incluido, incluida,
    contratad/o/a, activación, encendid/o/a, dispone, liberar
DISABLED: deshabilitad/o/a, desactivad/o/a, inhabilitad/o/a, inactiv/o/a, cancelad/o/a, cerrad/o/a,
    dad/o de baja, impago, suspendid/o de servicio, deshabilitamos, ha terminado, terminad/o/a,
    finalizad/o/a, finalizó, pendiente de pago, no pagad/o/a, impagad/o/a, pendiente, pendientes,
    eliminad/o/a, de baja, dada de baja, dado de baja, borrad/o/a, ha finalizado, vencida de pago,
    falta de pago, apagad/o/a, anulad/o/a, extinguid/o/a, inactivad/o/a, desactivamos, cancelamos,
    no contratad/o/a, no activad/o/a, no incluye, no habilitad/o/a, sin licencia, baja,
    inhabilitamos, en espera, pendiente de activación, ha concluido, concluyó, llegó a su fin
LOCKED: bloquead/o/a/os/as, suspendid/o/a/os/as, bloqueo, suspensión, comprometid/o/a, banead/o/a,
    congelad/a/o, bloqueamos, vetad/o/a, expulsad/o/a, retenid/o/a, hackead/o/a, cuarentena, en
    cuarentena, bloquea, suspendimos, hemos suspendido, hemos bloqueado, hemos inhabilitado,
    intervenid/o/a, penalizad/o/a, vulnerad/o/a, pirateada, restringimos, trabad/o/a
SPAM: sospecha de spam, robot, correo basura, envío masivo, envío de spam, correo no deseado
ACTIVITY: actividad sospechosa, actividad inusual, comportamiento sospechoso, acceso sospechoso,
    accesos sospechosos, inicio sospechoso, acceso inusual, envío sospechoso, actividad anormal,
    actividad anómala, actividad fraudulenta, uso indebido, comportamiento anómalo, abuso, uso
    abusivo, abusiva
EXPIRED: caducad/o/a, expirad/o/a, vencid/o/a, ha expirado, ha caducado, caducó, expiró, venció, ya
    no es válid/o/a, dejó de ser válida, vencimiento, caducidad, demasiado antigua, muy antigua,
    expira, perdió validez, ha vencido, vigencia
CHANGE: cambiar, cambie, cambiarla, restablecer, restablezca, cámbiela, actualice, cambiada,
    modificar, modifique, renueve, renovar, establezca una nueva, defina una nueva, cree una nueva,
    elija una nueva, sustituya, renuévela, modifíquela, actualícela, cambio, elija otra, defina
    otra, cree otra, renovación, renovarla, establezca otra, ponga una nueva
VALID: válid/o/a/os/as, correct/o/a, coincide, coinciden, mismo, misma, concuerda, concuerdan,
    correctamente, iguales, igual, cierta, exacta, corresponde, corresponden
INVALID: inválid/o/a/os/as, incorrect/o/a/os/as, erróne/o/a/os/as, equivocad/o/a, diferente,
    diferentes, difiere, difieren, mal, errad/o/a, distint/o/a
KNOWN: encontrad/o/a, existe, registrad/o/a, reconocid/o/a, conocid/o/a, localizad/o/a, hallad/o/a,
    alojad/o/a, existen, consta, figura, dado de alta, dada de alta
UNKNOWN: inexistente, desconocid/o/a, no existente, ningún usuario, no hay
SUPPORTED: soportad/o/a, admitid/o/a, compatible, soporta, implementad/o/a, admite, ofrecid/o/a,
    ofrece, contempla, soporte
AVAILABLE: disponible, disponibles, responde, respondió, accesible, operativ/o/a, alcanzable
UNAVAILABLE: fuera de servicio, en mantenimiento, sin respuesta, parado, caído, caída,
    mantenimiento, inaccesible, fuera de línea, no operativ/o
VERIFIED: verificad/o/a, validad/o/a
LIMIT: límite, límites, cuota, número máximo, máximo, máxima, tasa, créditos, límite de envío,
    cupo, por hora, por día, por minuto, por mes, cantidad, volumen, tope, saldo, número de, total
    de, cuotas, hoy, frecuencia
EXCEEDED: excedid/o/a, superad/o/a, alcanzad/o/a, excede, excedió, sobrepasad/o/a, agotad/o/a,
    rebasad/o/a, supera, agotados, insuficiente, insuficientes, ha excedido, agotó, ha agotado,
    consumid/o/a, ha superado, sobrepasó, rebasó, por encima, alcanzó, exceso, ha llegado al,
    superar, ha alcanzado
TOOMANY: demasiad/os/as, exceso de, número excesivo, muchos intentos, muchas conexiones,
    excesiv/o/a/os/as, con demasiada frecuencia, demasiado rápido, varios intentos, múltiples
    intentos, repetidos intentos, muchas veces, intentos repetidos, intentos seguidos, seguidos,
    sucesivos, muchos accesos, reiterados
COUNTED: conexiones, mensajes, intentos, sesiones, mensaje, correos, accesos, correo, peticiones,
    veces, conexión, logins
TEMPORARY: temporal, temporalmente, más tarde, inténtelo de nuevo, intente de nuevo, intente más
    tarde, inténtelo más tarde, en unos minutos, transitori/o, momentáneamente, luego, en breve,
    por ahora, en este momento, espere, vuelva a intentarlo, pruebe más tarde, provisional,
    provisionalmente, unos instantes, reintente, reintentar, dentro de unos minutos, intente luego,
    por el momento
INTERNAL: error interno, fallo interno, error del servidor, error en el servidor, problema interno,
    error inesperado, fallo técnico, problema técnico, error de sistema, error del sistema, no se
    pudo consultar, error al consultar, fallo al consultar, error de configuración, fallo del
    servidor
BUSY: ocupado, saturado, sobrecargado, congestionad/o/a, carga elevada, demasiada carga, sobrecarga
TIMEOUT: tiempo de espera, tiempo agotado, no se pudo conectar, fallo de conexión, error de
    conexión, tiempo excedido, tiempo límite
APPPASSWORD: contraseña de aplicación, contraseña de la aplicación, contraseñas de aplicación,
    contraseña específica, contraseña de aplicaciones, código de autorización, clave de aplicación,
    contraseña para aplicaciones, contraseña para la aplicación, contraseña para aplicaciones
    externas, contraseña para apps, contraseña exclusiva, contraseña dedicada, contraseña
    independiente, contraseña separada, contraseña de app, clave de aplicaciones, clave para
    aplicaciones, contraseñas de aplicaciones, contraseña de dispositivo, clave específica
SECONDFACTOR: dos factores, dos pasos, segundo factor, verificación en dos pasos, doble factor,
    autenticación multifactor, multifactor, doble autenticación, autenticador, código de
    verificación, 2 pasos, doble verificación, verificación en 2 pasos
BROWSER: navegador, navegador web, por webmail, vía web, desde la web, por la web, vía webmail
LISTED: lista negra, en lista negra, en una lista negra, listas negras, listado en, listada en, está
    listado, en lista de bloqueo, en listas negras, en blacklist
FULL: llen/o/a, cuota de almacenamiento, almacenamiento, espacio de almacenamiento, espacio en
    disco, sin espacio
BUT: porque, pero, debido a, ya que
SENDING+COUNTED: envíos
RECIPIENT+COUNTED: destinatarios
CLIENT+PLACE: país, su país, ubicación, extranjero, el extranjero, fuera del país, otro país,
    región, internacional, internacionales, países, fuera de españa, lugar
BACKEND: servidor de autenticación, base de datos, servidor ldap, directorio, base de usuarios,
    servicio de autenticación, ldap, servidor de claves
ALREADY: ya
CANCELLED: interrumpida, abortada, anulada
SEQUENCE: secuencia
SYNTAX: formato, sintaxis, argumento, malformad/o/a
APIKEY: clave api, clave de api
SWITCHON: active, habilite
PTR: dns inverso, dns inversa, resolución inversa, registro ptr, registro inverso
NEWPASSWORD: nueva contraseña
OWNED: pertenece, pertenecen, propietario, dueño, es suya, es suyo, es tuya, es propia
REVOKED: revocad/o/a
UNSUPPORTED: incompatible
DURATION: minutos, horas, segundos, minuto, hora, días, semana
GREYLIST: lista gris, listas grises
BLACKLIST: lista de bloqueo, listas de bloqueo, reputación, mala reputación, ip dinámica
ALLOWLIST: lista blanca, lista de permitidos, ips autorizadas, ips permitidas, red autorizada,
    lista de autorizados, redes autorizadas
BASICAUTH: autenticación básica, autenticación por contraseña, autenticación simple, autenticación
    heredada
CREATE: genere, generar, cree, crear, genera
UNPAID: impagos, pago, pagos, deuda, deudas, factura, facturas, moroso, morosidad, adeudo, recibo,
    facturación
CERTIFICATE: certificado, certificado de cliente
RCPTLIMIT+LIMIT+COUNTED: destinatarios por mensaje, número de destinatarios, límite de
    destinatarios, máximo de destinatarios
RECEIVE: recibir, recepción
TERMS: términos de uso, condiciones de uso, términos
SECURITY: versión de tls, versión tls, protocolo tls
CLIENT+LAN: red interna, red corporativa, red de la empresa, red local, intranet, red de la
    universidad
WRONGSECRET: contraseña de aplicación incorrecta, contraseña de aplicación inválida, contraseña de
    aplicación no válida, contraseña de aplicación errónea, contraseña de aplicación revocada
STOPPED: detenid/o/a, interrumpid/o/a, parad/o/a, paralizad/o/a, hemos detenido
ACCOUNT+PLAN: plan, paquete, tarifa, plan gratuito, plan contratado
SESSION: sesión, la sesión
CHECK: revise, verifique, compruebe, comprueba, revisa, verifica
"""

FRENCH = """\
NOT: pas, non, sans, aucun, aucune, jamais, ni, nullement, n est plus, ne sont plus, n a plus, ne
    peut plus, n est pas, ne sont pas, n accepte plus, ne peuvent plus, plus du tout
IF: si, sauf
WILL: sera, seront, pour éviter, va être
OR: ou
YOUR: votre, vos, vous
REQUIRED: requis, requise, requiert, obligatoire, nécessaire, nécessite, exigé/e, doit, devez,
    veuillez, merci de, faut, utilisez, d abord, préalablement, au préalable, doivent, uniquement,
    seulement, exige, impérativement, merci d, besoin, nécessaires, il faut, passez, seul, seuls,
    seules, indispensable
FAILED: échec, échoué/e, erreur, problème, échouée, impossible, échecs, échoue, raté/e, a échoué, n
    a pas abouti, infructueux, infructueuse, infructueuses, pas possible
ACCOUNT: compte, comptes, utilisateur, boîte, boîte aux lettres, boîte mail, messagerie, abonné,
    client, domaine, abonnement, nom d utilisateur, boite, compte de messagerie, compte mail,
    licence, licences, période d essai, contrat, hébergement, adresse mail, adresse email, adresse
    e mail, adhérent, bal, profil, usager, login, espace
PASSWORD: mot de passe, mots de passe, mdp, mot de passe de messagerie, mot de passe smtp
CREDENTIALS: identifiant, identifiants, identifiant ou mot de passe, identifiants de connexion,
    utilisateur ou mot de passe, login ou mot de passe, code d authentification, identifiant et mot
    de passe, login mot de passe, données d authentification, adresse ou mot de passe, utilisateur
    et mot de passe, email ou mot de passe, nom ou mot de passe, utilisateur mot de passe, couple
    identifiant mot de passe, données de connexion, informations de connexion, login et mot de
    passe, informations d identification
AUTH: authentification, authentifier, authentifié/e/s, s authentifier, authentifiez,
    identification, connecter, vous authentifier, ouverture de session, connexion, identifiez, s
    identifier, se connecter, connectez, vous connectez, ouvrir une session, tentative de
    connexion, vous identifier, accès au compte
SERVICE: service smtp, accès smtp, accès, service de messagerie, service, envoi smtp, smtp
    authentifié, logiciels de messagerie, clients de messagerie, clients externes, applications
    externes, applications tierces, fonction, fonctionnalité, accès externe, protocole
SENDING: envoi, envoyer, envoi de mails, envoi de messages, envoi d e mails, envoyer des mails,
    envoyer des messages, émettre, expédier, émission, émettre des mails, courrier sortant,
    messages sortants, expédition, envoie, expédié/e, envoi massif, routage
MECHANISM: mécanisme, méthode, type d authentification, mécanisme d authentification, méthode d
    authentification, mode d authentification, type d identification, méthode de connexion,
    procédé, mode de connexion
COMMAND: commande
TLS: chiffrement, connexion sécurisée, chiffrée, connexion chiffrée, cryptage, liaison sécurisée,
    canal sécurisé, canal chiffré, chiffrer, connexion protégée, crypter, crypté/e, lien sécurisé,
    chiffre/e
INSECURE: connexion non sécurisée, connexion non chiffrée, en clair, sans chiffrement, non
    chiffré/e, non sécurisé/e, non crypté/e, non protégé/e
IPADDR: adresse ip, votre ip, adresse ip source, ip source, votre adresse, cette adresse ip,
    adresses ip, ip d origine, ip cliente, votre adresse ip, plage d adresses, plage ip, ips
CLIENT: réseau, hôte, machine, serveur d envoi, votre serveur, votre réseau, poste client, votre
    connexion, ordinateur, fournisseur, réseau externe, appareil, équipement, hors du réseau,
    provenance, origine
SENDER: expéditeur, émetteur, adresse d expéditeur, adresse de l expéditeur, adresse expéditeur,
    adresse émettrice, domaine d expédition, adresse d envoi, adresse de l émetteur, domaine de l
    expéditeur, l expéditeur, domaine expéditeur, domaine émetteur, au nom de, autre utilisateur,
    un autre utilisateur, autre compte, adresse d expédition, en tant qu expéditeur, adresse
    source, adresse from
RECIPIENT: destinataire, adresse du destinataire, adresse destinataire, adresse de destination,
    destination, boîte du destinataire, adresse cible
RELAY: relais, relayer, relayage, retransmission, réacheminement, retransmettre
SERVER: serveur, système, serveur de messagerie
POLICY: politique, règle, règles, stratégie, administrateur, organisation, politique de sécurité,
    administration, charte, consigne, directive, entreprise, raison de sécurité, raisons de
    sécurité
ALLOWED: autorisé/e/s/es, permis, permise, droit, droits, autorisation, habilité/e, permission,
    peut, autorise, privilège, privilèges, autorisent, admis, admise, droit d
ACCEPTED: accepté/e/s, accepte, acceptée
FORBIDDEN: interdit/e/s, restreint/e, proscrit, interdisons, interdites, limité/e, pas le droit,
    restriction, restrictions, réservé/e/s, empêché/e, non admis, limité à
DENIED: accès refusé, refusé/e/s, refuse, rejeté/e/s, rejet, refus, dénié, refusons, rejetons,
    décliné/e, repoussé/e, éconduit
ENABLED: activé/e/s, actif, active, ouvert/e, activer, autoriser, cocher, incluse, inclus,
    souscrit, souscrite, activation, allumé/e, dispose, ouverts
DISABLED: désactivé/e/s, inactif, inactive, clôturé/e, fermé/e, résilié/e, supprimé/e, impayé,
    terminé/e/s, non payé/e, en attente, impayée, impayées, non activé/e, arrivé/e à échéance,
    éteint, éteinte, coupé/e, radié/e, révolu, n est plus actif, n est plus active, n est pas
    inclus, non souscrit, non inclus, sans licence, en cours d activation, fermeture, clos, close,
    désactivons, inutilisé, coupure, a pris fin, pris fin, est terminé, sont terminés
LOCKED: bloqué/e/s/es, verrouillé/e/s, suspendu/e/s, blocage, suspension, compromis, compromise,
    banni/e, gelé/e, mise en quarantaine, gelée, bloque, suspendues, piraté/e, verrouillage,
    quarantaine, en quarantaine, bloquons, avons bloqué, avons suspendu, suspendons, mis en
    quarantaine, détourné/e, usurpé/e, pénalisé/e, condamné/e, neutralisé/e, consigné/e, bridé/e,
    confisqué
SPAM: suspicion de spam, robot, incident de spam, pourriel, pourriels, envoi en masse, courrier
    indésirable, envoi de spam, spams, publipostage
ACTIVITY: activité suspecte, activité inhabituelle, activité anormale, comportement suspect, accès
    suspect, connexion suspecte, connexions suspectes, accès inhabituel, connexion inhabituelle,
    envoi suspect, envois suspects, activité frauduleuse, comportement anormal, trafic suspect,
    abus, usage abusif, utilisation abusive
EXPIRED: expiré/e/s, périmé/e, échu, n est plus valable, n est plus valide, plus valide, plus
    valable, arrivé à expiration, est arrivé à expiration, trop ancien, trop vieux, échéance,
    validité, a expiré, obsolète, caduc
CHANGE: changer, changez, modifier, modifiez, réinitialiser, réinitialisez, renouveler, renouvelez,
    changé, modifié, définissez un nouveau, créez un nouveau, choisissez un nouveau, le renouveler,
    le changer, renouvelle, changement, remplacez, choisissez en un nouveau, définissez en un
    nouveau, mettre à jour, mettez à jour, choisir un nouveau, définir un nouveau, remplacer,
    renouvellement
VALID: valide, valides, correct/e/s, correspond, correspondent, identique, identiques, même,
    conforme, concordent, concorde, juste, exact, exacte, conviennent, bon, bonne, conformes,
    correspondant
INVALID: invalide, invalides, incorrect/e/s/es, erroné/e/s/es, mauvais/e, faux, incorrectes,
    différent/e/s, diffère, inexact/e/s, fausse, non conforme, mal saisi, non valable
KNOWN: trouvé/e, existe, connu/e, reconnu/e, enregistré/e, existant, existante, localisé/e,
    hébergé/e, identifié/e, existent, référencé/e
UNKNOWN: inconnu/e/s, inexistant/e, introuvable, n existe pas, aucun utilisateur, aucune boîte, il
    n y a pas
SUPPORTED: supporté/e, pris en charge, prise en charge, supportée, implémenté/e, géré/e, supporte,
    gère, propose, proposé/e, accepté ici
AVAILABLE: disponible, disponibles, accessible, joignable, répond, répondu, réponse, opérationnel,
    fonctionne, en service
UNAVAILABLE: indisponible, injoignable, inaccessible, en maintenance, ne répond pas, sans réponse,
    en panne, panne, hors service, maintenance, arrêté, hors ligne, pas prêt
VERIFIED: vérifié/e, validé/e
LIMIT: limite, limites, quota, plafond, maximum, nombre maximum, nombre maximal, débit, par heure,
    par jour, par minute, par mois, nombre de, nombre d, volume, seuil, solde, crédits, crédit,
    quotas, aujourd hui, fréquence, cadence
EXCEEDED: dépassé/e/s, atteint/e/s, excédé, dépasse, épuisé/e, dépassement, insuffisant/s,
    dépassant, franchi/e, consommé/e/s, au delà, au dessus, excède, avez atteint, avez dépassé, est
    atteinte, est atteint, excédent
TOOMANY: trop de, trop nombreux, trop nombreuses, trop souvent, trop fréquemment, nombre excessif,
    trop d, excessif/s, excessive, excessives, à répétition, répété/es, plusieurs échecs, plusieurs
    tentatives, multiples tentatives, nombreuses tentatives, nombreux échecs, trop vite, trop
    rapidement, trop fréquent, trop fréquentes, trop rapprochées, successives
COUNTED: connexions, messages, tentatives, sessions, mails, courriels, essais, erreurs, mail,
    courriel, requêtes, fois
TEMPORARY: temporaire, temporairement, plus tard, réessayer, réessayez, ultérieurement,
    momentanément, veuillez essayer plus tard, provisoirement, dans un instant, dans quelques
    instants, dans quelques minutes, patientez, veuillez patienter, recommencez, pour le moment,
    momentané/e, provisoire, réessai, essayez plus tard, retentez, pour l instant, actuellement
INTERNAL: erreur interne, erreur du serveur, problème technique, erreur technique, incident
    technique, problème interne, erreur inattendue, erreur système, défaillance, erreur serveur,
    panne interne, impossible d interroger, erreur de configuration, dysfonctionnement, impossible
    de consulter, impossible d accéder, impossible de vérifier
BUSY: occupé, surchargé, surcharge, saturé, engorgé, charge trop élevée, trop chargé, congestion
TIMEOUT: délai dépassé, délai d attente, temps écoulé, connexion impossible, échec de connexion à,
    impossible de joindre, impossible de contacter, délai expiré, dépassement de délai
APPPASSWORD: mot de passe d application, mot de passe spécifique, mot de passe applicatif, mot de
    passe dédié, mots de passe d application, code d autorisation, mot de passe d applications, mot
    de passe pour application, mot de passe pour applications, mot de passe distinct, mot de passe
    séparé, mot de passe propre, mot de passe unique, mot de passe externe, mot de passe logiciel,
    code d accès
SECONDFACTOR: deux facteurs, double authentification, deux étapes, second facteur, authentification
    forte, double facteur, validation en deux étapes, authentification multifacteur, multifacteur,
    double vérification, validation en 2 étapes, code de vérification, authentification à deux, 2
    étapes, 2 facteurs
BROWSER: navigateur, navigateur web, via le webmail, depuis le webmail, sur le site, par le
    webmail, sur le webmail, via le site
LISTED: liste noire, en liste noire, sur liste noire, listes noires, blacklisté/e, est listé/e,
    listé sur, listée sur, listé dans, figure sur, liste de blocage, référencée sur, présent/e sur
FULL: plein/e, pleine, saturée, espace de stockage, quota de stockage, stockage, espace disque
BUT: parce que, car, mais, en raison, suite à
SENDING+COUNTED: envois
RECIPIENT+COUNTED: destinataires
CLIENT+PLACE: pays, votre pays, localisation, étranger, l étranger, hors de france, un autre pays,
    région, international, hors de l union, pays étranger, lieu, hors union européenne, à l
    étranger
BACKEND: serveur d authentification, base de données, annuaire, serveur ldap, annuaire ldap, base
    des utilisateurs, base utilisateurs, base des comptes, service d authentification, serveur de
    comptes, serveur radius
ALREADY: déjà
CANCELLED: interrompu/e, annulé/e, abandonné/e
SEQUENCE: séquence
SYNTAX: syntaxe, argument, malformé/e, mal formé/e
TOKEN: jeton
APIKEY: clé api
SWITCHON: autorisez, activez
PTR: dns inverse, dns inversé, résolution inverse, enregistrement ptr, reverse dns, enregistrement
    inverse, dns inverses, inverse, résolution dns inverse
DISABLED+UNVERIFIED: non confirmé/e
NEWPASSWORD: nouveau mot de passe
OWNED: appartient, appartiennent, propriétaire, est la vôtre, est le vôtre, vous appartient
REVOKED: révoqué/e/s
UNSUPPORTED: incompatible, non géré/e, non supporté/e
DURATION: minutes, heures, secondes, minute, heure, jours, semaine
GREYLIST: liste grise, listes grises
BLACKLIST: listes de blocage, réputation, mauvaise réputation, ip dynamique
ALLOWLIST: liste blanche, liste des autorisations, ip autorisées, adresses autorisées, réseaux
    autorisés, liste d autorisation, liste des ip autorisées, réseau autorisé
BASICAUTH: authentification de base, authentification basique, authentification simple,
    authentification par mot de passe
CREATE: créez, créer, générez, générer
UNPAID: paiement, paiements, facture, factures, règlement, non paiement, défaut de paiement, dette,
    facturation, comptabilité, cotisation
CERTIFICATE: certificat, certificat client
RCPTLIMIT+LIMIT+COUNTED: destinataires par message, nombre de destinataires, limite de
    destinataires
RECEIVE: réception, recevoir
TERMS: conditions d utilisation, conditions générales
SECURITY: version de tls, version tls, protocole tls
CLIENT+LAN: réseau interne, réseau local, réseau de l entreprise, intranet, réseau d entreprise,
    réseau de l université
STOPPED: stoppé/e/s, interrompu/e/s, arrêté/e/s, cessé
ACCOUNT+PLAN: offre, forfait, offre gratuite, formule
SESSION: session, votre session
CHECK: vérifiez, vérifier, contrôlez
"""

GERMAN = """\
NOT: nicht, kein, keine, keinen, keiner, ohne, nie, fehlende, fehlendes, fehlender, keinerlei,
    weder, nimmer, keines, keinem
IF: falls, wenn, sofern, ob
WILL: wird, werden, droht, um zu vermeiden
OR: oder
YOUR: ihr, ihre, ihrem, ihren, dein, deine, sie
REQUIRED: erforderlich, benötigt, notwendig, verlangt, muss, müssen, bitte, nötig, erfordert,
    zwingend, verpflichtend, vorausgesetzt, nur, verwenden, nutzen, erst, zuerst, vorgeschrieben,
    zunächst, nötigt, lediglich, ausschliesslich, brauchen, braucht, vorher, zwingend erforderlich,
    pflicht, obligatorisch, benötigen
FAILED: fehlgeschlagen, fehler, gescheitert, misslungen, erfolglos, fehlschlag, problem, gestört,
    schlug fehl, nicht erfolgreich, störung, missglückt, fehlgeschlagene, nicht geklappt,
    fehlerhafte anmeldung, nicht möglich, fehlversuch, klappte nicht
ACCOUNT: konto, benutzer, benutzerkonto, postfach, mailbox, nutzer, kunde, benutzername, kennung,
    benutzernamen, e mail konto, mailkonto, domäne, domain, vertrag, zugang, kontos, nutzername,
    benutzers, emailkonto, account, lizenz, testzeitraum, testphase, probezeit, zugangskonto,
    benutzerkennung, mail adresse, mailadresse, e mail adresse, emailadresse, mailpostfach,
    maildomain, hosting, webhosting, kundenkonto, login, abo, abonnement, anwender, teilnehmer,
    rufnummer, mitglied
PASSWORD: passwort, kennwort, passworts, kennworts, passwörter, pin, losung, mailpasswort, mail
    passwort, postfachpasswort, mailkennwort, smtp passwort, smtp kennwort, passworteingabe
CREDENTIALS: zugangsdaten, anmeldedaten, benutzername oder passwort, benutzername oder kennwort,
    benutzername passwort, benutzer oder passwort, benutzername und passwort, login daten,
    logindaten, anmeldeinformationen, passwort oder benutzername, benutzerdaten, e mail adresse
    oder passwort, benutzerkennung oder passwort, benutzer passwort, anmeldename oder passwort,
    benutzername bzw passwort, nutzername oder passwort, anmeldename und passwort, login oder
    passwort, login und passwort, benutzername kennwort, benutzer und passwort, benutzerkennung und
    passwort, e mail adresse und passwort, passwort oder benutzer, kombination aus, eingegebenen
    daten, zugangsinformationen, nutzerdaten, benutzer und kennwort
AUTH: authentifizierung, anmeldung, authentisierung, anmelden, angemeldet, authentifizieren,
    authentifiziert, einloggen, authentisieren, anmeldeversuch, smtp authentifizierung, eingeloggt,
    authentifikation, logins, angemeldeten, sich an, zugang verweigert, einwahl, anmeldevorgang,
    authentifizierungsversuch
SERVICE: dienst, smtp zugang, smtp dienst, smtp versand, smtp zugriff, postausgang, zugriff, smtp
    auth, smtp, externe programme, externe mailprogramme, mailprogramme, mailprogrammen, e mail
    programme, drittanbieter, externer zugriff, funktion, protokoll, mailzugang, smtp anmeldung,
    mail clients, versand über smtp, mailclients
SENDING: versand, versenden, senden, mailversand, versendung, e mail versand, e mails versenden,
    mails zu versenden, mails versenden, emailversand, verschicken, nachrichtenversand, abschicken,
    zu senden, versendet, verschickt, mail versand, ausgehende mails, ausgehende, ausgehenden,
    ausgehender, absenden, sende
MECHANISM: mechanismus, verfahren, methode, authentifizierungsmethode,
    authentifizierungsmechanismus, authentifizierungsverfahren, anmeldeverfahren,
    authentifizierungstyp, anmeldemethode, anmeldeart, authentifizierungsart, anmeldungsverfahren,
    art der anmeldung, anmeldemechanismus, authentisierungsverfahren, auth verfahren, login
    verfahren
COMMAND: befehl, kommando, befehls, befehle
TLS: verschlüsselung, sichere verbindung, verschlüsselte verbindung, verschlüsselt, gesicherte
    verbindung, verschlüsselten verbindung, verschlüsselte, tls verschlüsselung, ssl
    verschlüsselung, verschlüsseln, verschlüsselter, ssl verbindung, tls verbindung, sicherer
    verbindung, sicheren verbindung, gesicherten verbindung, transportverschlüsselung, abgesicherte
    verbindung, geschützte verbindung
INSECURE: unverschlüsselt, unverschlüsselte, unverschlüsselte verbindung, unsichere verbindung,
    unverschlüsselten, klartext, im klartext, unsicher, unverschlüsselter, nicht verschlüsselt,
    ohne verschlüsselung, ungesichert, ungesicherte verbindung, ungesicherten, unsichere,
    unsicheren, nicht gesichert, offene verbindung
IPADDR: ip adresse, ihre ip, ihre ip adresse, absender ip, ip adressen, ihre adresse, dieser ip,
    diese ip, ihrer ip adresse, ip, ihr ip, quell ip, client ip, absende ip, ip bereich, ihrer ip,
    deine ip
CLIENT: netz, netzwerk, rechner, ihr server, ihr netz, hostname, absender server, firmennetzes,
    heimnetz, gerät, computer, provider, internetanbieter, host, gegenstelle, anschluss, netze,
    netzbereich, herkunft
SENDER: absender, absenderadresse, absenderdomain, absenders, absenderadressen, absenderdomäne,
    versandadresse, sendeadresse, adresse des absenders, absende adresse, absender adresse,
    absendeadresse, absendername, im namen, anderer benutzer, anderen benutzer, von adresse, fremde
    absenderadresse, absendedomain, envelope absender, absenderkennung, als absender
RECIPIENT: empfänger, empfängeradresse, empfängers, zieladresse, adressat, empfängerpostfach,
    empfänger adresse, empfaengeradresse, zielpostfach, zieldomain, empfängerdomain,
    empfangsadresse, adressaten
RELAY: weiterleitung, weiterleiten, relayen, weitergeleitet, relaying, weitersenden, relais,
    weiterreichen, fremdversand
SERVER: mailserver, serverdienst, rechnersystem, server, system, systems
POLICY: richtlinie, richtlinien, administrator, sicherheitsrichtlinie, organisation,
    sicherheitsrichtlinien, sicherheitsgründen, regel, regeln, systemadministrator, firma,
    unternehmen, vorgabe, vorgaben, verwaltung, admin, unternehmensrichtlinie
ALLOWED: erlaubt, zugelassen, gestattet, berechtigt, berechtigung, zulässig, freigegeben, befugt,
    autorisiert, recht, rechte, darf, dürfen, erlaubnis, zulassen, zugelassene, genehmigt, rechten,
    zulässige, gestatten, erlauben, freigabe
ACCEPTED: akzeptiert, angenommen
FORBIDDEN: verboten, untersagt, unzulässig, unberechtigt, eingeschränkt, nicht verwenden, nicht
    nutzen, nicht benutzen, nicht versenden, darf nicht, dürfen nicht, unerlaubt, beschränkt,
    einschränkung, eingeschränkte, begrenzt auf, keine rechte, kein recht, nur für, nicht gestattet
DENIED: verweigert, abgelehnt, zurückgewiesen, abgewiesen, zugriff verweigert, ablehnung,
    zurückweisung, weisen zurück, lehnt ab, lehnen ab, verweigern, nicht akzeptiert, abweisung
ENABLED: aktiviert, freigeschaltet, aktiv, eingeschaltet, aktiviere, aktivieren, enthalten,
    inbegriffen, gebucht, freischalten, einschalten, freigegeben werden, freizuschalten,
    geschaltet, angeschaltet, aktivierung, eröffnet, zugebucht
DISABLED: deaktiviert, abgeschaltet, inaktiv, ausgeschaltet, gekündigt, gelöscht, geschlossen,
    stillgelegt, unbezahlt, nicht freigeschaltet, nicht aktiviert, nicht bezahlt, beendet,
    ausgelaufen, offen, noch nicht aktiviert, nicht enthalten, endete, nicht gebucht,
    deaktivierung, aufgelöst, gekündigten, abgemeldet, abgestellt, entfernt, ausser betrieb
    genommen, nicht aktiv, kündigung, ruht, ausstehend, abgelaufener vertrag, nicht mehr aktiv,
    nicht eingerichtet, gestrichen, noch nicht freigeschaltet, freischaltung steht aus, zu ende,
    ist beendet, erloschen
LOCKED: gesperrt, gesperrte, blockiert, sperre, sperrung, suspendiert, eingefroren, geblockt,
    kompromittiert, gesperrter, gebannt, suspendierung, sperren, sperrte, gehackt, gesperrten,
    blockade, eingesperrt, ausgesperrt, suspendieren, gehacktes, missbraucht, missbrauch,
    quarantäne, verbannt, vorläufig gesperrt, lahmgelegt, verriegelt, gedrosselt gesperrt
SPAM: spamverdacht, roboter, spamversand, spamversands, spam versand, massenversand, werbemails,
    spam mails, unerwünschte werbung, spamming, spamverdachts
ACTIVITY: ungewöhnliche aktivität, verdächtige aktivität, ungewöhnliche aktivitäten, verdächtige
    aktivitäten, verdächtige anmeldung, verdächtige anmeldungen, verdächtigen aktivitäten,
    ungewöhnliche anmeldung, ungewöhnliches verhalten, auffälliges verhalten, auffällige aktivität,
    auffälligkeiten, missbräuchliche nutzung, verdächtiges verhalten, verdächtiger aktivität,
    ungewöhnlicher aktivität, verdächtiger versand, auffälliger versand
EXPIRED: abgelaufen, abgelaufenes, veraltet, verfallen, nicht mehr gültig, ungültig geworden,
    gültigkeit, gültigkeitsdauer, zu alt, ablauf, verfiel, überfällig geändert, lief ab,
    abgelaufenen
CHANGE: ändern, geändert, zurücksetzen, erneuern, wechseln, zurückgesetzt, erneuert, vergeben sie
    ein neues, legen sie ein neues, neues kennwort, neues passwort, neu setzen, neu vergeben, neu
    setzen sie, wechsel, aktualisieren, ersetzen, umändern, änderung, zurücksetzung, neues
    vergeben, vergeben sie, neues setzen, setzen sie ein neues, ein neues, erneuerung, ändere,
    ändert, wechsle
VALID: gültig, korrekt, richtig, stimmt, übereinstimmt, stimmen, übereinstimmen, überein, gültiges,
    gültige, gültiger, stimmig, passt, passen, zutreffend, übereinstimmung, richtige, korrekte,
    identisch, richtigen
INVALID: ungültig, ungültige, ungültiges, ungültiger, falsch, falsche, falsches, falscher,
    fehlerhaft, inkorrekt, fehlerhafte, unrichtig, falschen, inkorrekte, ungültigen, abweichend,
    verkehrt, weicht ab, abweicht, falsch eingegeben, unkorrekt, unterschiedlich
KNOWN: bekannt, gefunden, existiert, vorhanden, registriert, kennt, gibt es, angelegt,
    eingerichtet, auffindbar, existieren, registrierte, zuständig
UNKNOWN: unbekannt, unbekannter, unbekannte, unbekanntes, nicht vorhanden, nicht existent, nicht
    bekannt, nicht gefunden, unauffindbar, kein benutzer, kein postfach
SUPPORTED: unterstützt, implementiert, angeboten, unterstützen, beherrscht, anbietet, bietet,
    kompatibel, unterstützte, unterstützten
UNSUPPORTED: nicht mehr unterstützt, inkompatibel, veraltetes protokoll
AVAILABLE: verfügbar, erreichbar, antwortet, antwort, antworten, ansprechbar, betriebsbereit,
    bereit, läuft
UNAVAILABLE: nicht erreichbar, ausser betrieb, überlastet, wartung, keine antwort, ausgefallen,
    ausfall, wartungsarbeiten, wartungsmodus, offline, nicht bereit, down, gewartet
VERIFIED: verifiziert, bestätigt, überprüft
LIMIT: limit, grenze, kontingent, quote, maximum, höchstzahl, maximale, maximale anzahl,
    höchstgrenze, versandlimit, guthaben, speicherplatz, maximalen, tageskontingent, stundenlimit,
    tageslimit, pro stunde, pro tag, pro minute, pro monat, anzahl, obergrenze, menge, volumen,
    versandkontingent, mailkontingent, limits, grenzwert, stundenkontingent, monatskontingent,
    heute, frequenz, häufigkeit
EXCEEDED: überschritten, erreicht, ausgeschöpft, erschöpft, aufgebraucht, überschreitet,
    überschreitung, übersteigt, verbraucht, überzogen, aufgebrauchten, überschreiten, ist erreicht,
    zu hoch, hinaus, alle
TOOMANY: zu viele, zu häufig, zu oft, zuviele, zu schnell, zu viel, zuviel, zu schnelle, zu
    häufige, übermässig, mehrere fehlversuche, mehrfach falsch, mehrfacher, mehrmals, mehrmaliger,
    wiederholte, wiederholt, wiederholter, zahlreiche, gedrosselt, ratenbegrenzung, zu vielen,
    viele fehlversuche, mehreren fehlversuchen, mehrfache
COUNTED: verbindungen, nachrichten, versuche, anmeldungen, empfängern, sitzungen, mails, e mails,
    fehlversuche, anmeldeversuche, anfragen, verbindung, nachricht, zugriffe, fehlanmeldungen
TEMPORARY: vorübergehend, vorübergehende, vorübergehender, temporär, temporärer, später,
    zeitweilig, derzeit, momentan, zurzeit, später erneut, später noch einmal, gleich noch einmal,
    in kürze, einen moment, warten sie, bitte warten, gerade, nochmals, vorläufig, in einigen
    minuten, erneut versuchen, noch einmal, zur zeit, im moment, augenblicklich, kurzzeitig
INTERNAL: interner fehler, interner serverfehler, serverfehler, systemfehler, technischer fehler,
    technisches problem, technische störung, interne störung, internes problem, systemstörung,
    unerwarteter fehler, konnte nicht abgefragt werden, konfigurationsfehler, fehler im system,
    interner systemfehler, konnte nicht geprüft werden, konnte nicht überprüft werden, technischen
    gründen, technischen problemen, interne fehler
BUSY: ausgelastet, beschäftigt, heruntergefahren, hohe last, zu hohe last, hohe auslastung,
    überlastung, überlast, zu beschäftigt
TIMEOUT: zeitüberschreitung, verbindung fehlgeschlagen, keine verbindung, verbindungsfehler,
    zeitlimit, zeit überschritten, verbindungsabbruch
APPPASSWORD: app passwort, anwendungsspezifisches passwort, anwendungsspezifisches kennwort,
    anwendungspasswort, anwendungsspezifisch, anwendungsspezifische passwörter, app kennwort,
    anwendungsspezifischen passwort, app spezifisches passwort, gerätepasswort, app passwörter, app
    spezifisches kennwort, separates passwort, eigenes passwort, gesondertes passwort,
    anwendungskennwort, gerätekennwort, gerätespezifisches passwort, programmpasswort, passwort für
    externe, passwort für anwendungen, zugangsschlüssel, externes passwort, separates kennwort,
    eigenes kennwort, passwort für apps, programmspezifisches passwort
SECONDFACTOR: zwei faktor, zweiter faktor, zwei faktor authentifizierung, zweifaktor, zweiten
    faktor, zwei schritt, zweifaktorauthentifizierung, zwei faktor anmeldung, zweistufige,
    zweistufiger, zwei faktor auth, bestätigung in zwei schritten, zweifaktor anmeldung,
    bestätigungscode, sicherheitscode, mehrfaktor, multi faktor, multifaktor, 2 faktor, 2 faktor
    authentifizierung
BROWSER: webbrowser, im browser, per browser, über den browser, im webmail, über webmail, über das
    webmail, weboberfläche
LISTED: auf einer sperrliste, auf der sperrliste, schwarzen liste, auf der blacklist, auf einer
    blacklist, gelistet, blacklist, auf schwarzer liste, sperrlisten, geblacklistet, auf sperrliste,
    blacklists
BLACKLIST: sperrliste, blackliste, blocklisten, reputation, schlechte reputation, dynamische ip,
    dynamischen ip, einwahl ip, blockliste
FULL: voll, überfüllt, speicherkontingent, postfachgrösse, postfachlimit, speicherlimit
TERMS: nutzungsbedingungen, agb, geschäftsbedingungen, nutzungsvertrag
BUT: weil, aber, wegen, aufgrund, sondern
CLIENT+PLACE: land, ihr land, ihrem land, standort, ausland, aus dem ausland, region, länder,
    länderfilter, nicht eu, ausserhalb, ausländisch/e, fremdes land, deutschlands, anderes land
BACKEND: authentifizierungsserver, anmeldeserver, datenbank, verzeichnisdienst, anmeldedienst,
    authentifizierungsdienst, benutzerdatenbank, ldap server, verzeichnis, benutzerverzeichnis,
    authentifizierungsdienste, kontendatenbank, nutzerdatenbank, passwortserver, passwortdatenbank,
    ldap
ALREADY: bereits
CANCELLED: abgebrochen, unterbrochen
SEQUENCE: reihenfolge
SYNTAX: syntax, syntaxfehler, nicht lesbar, unlesbar, formatfehler, formfehler
APIKEY: api schlüssel
SWITCHON: schalten sie, aktivieren sie, bitte aktivieren
PTR: reverse dns, rückwärtsauflösung, ptr eintrag, reverse lookup, rdns, reverse dns eintrag,
    rückwärts, reverse eintrag
DISABLED+UNVERIFIED: noch nicht bestätigt, nicht bestätigt
OWNED: gehört, gehören, eigentümer, zugeordnet, inhaber, ihre eigene
REVOKED: widerrufen, entzogen, zurückgezogen
DURATION: minuten, stunden, sekunden, minute, stunde, tage, tagen, woche, std
GREYLIST: graue liste, grauen liste, greylisting
ALLOWLIST: whitelist, positivliste, freigabeliste, erlaubten ip, zugelassene ip, zugelassenen
    adressen, erlaubte netze, liste der erlaubten, zugelassenen netze, freigegebenen ip, erlaubten
    netzen
BASICAUTH: standardauthentifizierung, basisauthentifizierung, basic authentifizierung,
    kennwortauthentifizierung, passwort authentifizierung, anmeldung mit passwort, anmeldung mit
    kennwort, anmeldung per passwort, einfache authentifizierung
CREATE: erzeugen, erstellen, generieren, legen sie, erzeuge, erstelle, anlegen
UNPAID: zahlung, zahlungen, rechnung, rechnungen, unbezahlte, unbezahlter, zahlungsverzug, offene
    beträge, zahlungsrückstand, mahnung, zahlungsausfall, forderung, forderungen, nichtzahlung,
    bezahlung, ausstehende zahlung
CERTIFICATE: zertifikat, client zertifikat, clientzertifikat, zertifikats
RCPTLIMIT+LIMIT+COUNTED: empfänger pro nachricht, anzahl der empfänger, empfänger pro mail, anzahl
    empfänger, empfängerzahl, maximale empfängerzahl, empfängerlimit
RECEIVE: empfang, empfangen
SECURITY: tls version, protokollversion, tls protokoll
CLIENT+LAN: firmennetz, firmennetzwerk, internes netz, interne netz, hausnetz, campusnetz,
    hochschulnetz, unternehmensnetz, unternehmensnetzwerk, intranet, lan, uni netz, lokales netz,
    lokalen netz, internen netz, internen netzwerk, landesnetz
WRONGSECRET: app passwort falsch, app passwort ungültig, falsches app passwort, ungültiges app
    passwort, anwendungspasswort falsch, anwendungspasswort ungültig, app passwort ist falsch, app
    passwort ist ungültig, app passwort stimmt nicht
TOKEN: zugriffstoken, accesstoken, oauth token, aktualisierungstoken
STOPPED: gestoppt, eingestellt, angehalten, unterbunden, stoppten
ACCOUNT+PLAN: tarif, paket, gratistarif, freemail, basistarif
SESSION: sitzung
CHECK: prüfen, überprüfen, prüfen sie, überprüfen sie, kontrollieren
"""

ITALIAN = """\
NOT: non, senza, nessun, nessuna, mai, né, nemmeno, neanche
WILL: sarà, verrà, saranno, per evitare
OR: oppure
YOUR: tuo, tua, suo, sua, vostro
REQUIRED: richiest/o/a, necessari/o/a, obbligatori/o/a, deve, è necessario, richiede, occorre,
    utilizzare, usare, prego, si prega di, devi, dovete, bisogna, prima, effettuare, effettua,
    serve, solo, soltanto, esclusivamente, devono, obbligo, effettui, va, bisogno, unicamente,
    utilizzi, usi
FAILED: fallit/o/a, errore, fallimento, problema, non riuscit/a, impossibile, fallite, non
    riusciti, fallisce, non andata a buon fine, non è riuscita, non è stato possibile, insuccesso
ACCOUNT: utente, casella, casella di posta, cliente, dominio, nome utente, utenza, abbonamento,
    casella postale, licenza, periodo di prova, contratto, account, hosting, casella email, casella
    mail, indirizzo email, profilo, caselle, utenti, iscritto, identificativo, abbonato, tua
    casella
PASSWORD: parola chiave, password smtp, password della casella
CREDENTIALS: credenziali, nome utente o password, utente o password, username o password, utente e
    password, user o password, username e password, dati di accesso, utente o la password, nome
    utente o la password, nome utente e password, utente password, login o password, login e
    password, email o password, dati di login, dati di autenticazione, dati inseriti, user e
    password, credenziale, dati d accesso
AUTH: autenticazione, autenticare, autenticat/o/a, accesso, autenticarsi, accessi, login, accedere,
    autenticazioni, autenticati, identificazione, si autentichi, entrare, collegamento, tentativo
    di accesso, effettuare il login
SERVICE: servizio, servizio smtp, accesso smtp, servizio di posta, smtp autenticato, smtp esterno,
    client di posta, programmi di posta, client esterni, applicazioni esterne, app esterne,
    programmi esterni, funzione, funzionalità, accesso esterno, protocollo, invio smtp
SENDING: invio, inviare, spedire, invio di email, invio di mail, invio di messaggi, spedizione,
    invio email, invio messaggi, invia, mandare, inviando, posta in uscita, messaggi in uscita,
    inviato, spediti, inviati
MECHANISM: meccanismo, metodo, tipo di autenticazione, meccanismo di autenticazione, metodo di
    autenticazione, modalità di autenticazione, forma di autenticazione, modalità, tipo di login
COMMAND: comando
TLS: crittografia, cifratura, connessione sicura, connessione cifrata, connessione crittografata,
    canale sicuro, canale cifrato, cifrare, crittografata, cifrata, connessione protetta,
    crittografare, connessione criptata, criptata
INSECURE: connessione non sicura, in chiaro, connessione non cifrata, non cifrat/o/a, non
    crittografat/o/a, non protett/o/a, senza cifratura, senza crittografia, non sicur/o/a,
    insicura, non criptata
IPADDR: indirizzo ip, tuo ip, ip del mittente, vostro ip, vostro indirizzo ip, indirizzi ip, ip di
    origine, ip del client, suo ip, suo indirizzo ip, ip sorgente, questo ip
CLIENT: rete, sua connessione, computer, macchina, dispositivo, provider, rete esterna, fuori dalla
    rete, host, origine, provenienza
SENDER: mittente, indirizzo mittente, indirizzo del mittente, dominio del mittente, indirizzo di
    origine, dominio mittente, a nome di, per conto di, altro utente, indirizzo di invio, indirizzo
    di provenienza, come mittente, casella mittente, email mittente
RECIPIENT: destinatari/o, destinatari, indirizzo del destinatario, indirizzo destinatario, casella
    di destinazione, indirizzo di destinazione, destinazione, ricevente
RELAY: inoltro, inoltrare, rilancio, ritrasmissione
SERVER: sistema, server di posta
POLICY: amministratore, criteri, regole, politica, organizzazione, regola, amministrazione,
    azienda, motivi di sicurezza, policy, criterio, direttiva
ALLOWED: consentit/o/a/i, permess/o/a/i, autorizzat/o/a/i, abilitazione, permesso, autorizzazione,
    può, ammess/o/a/i/e, consente, consentire, permette, diritto, diritti, privilegio, privilegi,
    autorizza
ACCEPTED: accettat/o/a, accetta
FORBIDDEN: vietat/o/a, proibit/o/a, limitat/o/a, vietiamo, non consentit/o/a, non può usare, non
    può utilizzare, non può inviare, divieto, restrizione, restrizioni, senza permesso,
    impedit/o/a, interdett/o/a, non ammess/o/a, non autorizzat/o/a
DENIED: negat/o/a, rifiutat/o/a/i, respint/o/a, accesso negato, ricusat/o/a, rifiutiamo, rifiuto,
    respingiamo, declinat/o/a
ENABLED: abilitat/o/a, attiv/o/a, attivat/o/a, incluso, incluso nel, acquistat/o/a, compres/o/a,
    attivazione, dispone, prevede
DISABLED: disabilitat/o/a, disattivat/o/a, inattiv/o/a, chius/o/a, cancellat/o/a, disattiv/o/a,
    cessat/a, non pagat/o/a, terminat/o/a, in sospeso, insolut/o/a, cessat/o/a, eliminat/o/a,
    spent/o/a, revoca, dismess/o/a, annullat/o/a, inutilizzat/o, non attiv/o/a, non attivat/o/a,
    non abilitat/o/a, non inclus/o/a, non prevede, non prevista, disattivazione, cessazione,
    scaduto il contratto, attesa, in attesa, rimoss/o/a, non comprende, è terminato, conclus/o/a,
    giunto al termine
LOCKED: bloccat/o/a/i/e, sospes/o/a, sospensione, compromess/o/a, congelat/o/a, blocco, bannat/o/a,
    bloccammo, quarantena, in quarantena, abbiamo bloccato, abbiamo sospeso, violat/o/a, hackerata,
    hackerato, penalizzat/o/a, interrotto per, inibit/o/a, bloccheremo, messa in sicurezza
SPAM: sospetto spam, posta indesiderata, invio massivo, invio di spam, posta spazzatura, invii
    massivi
ACTIVITY: attività sospetta, attività insolita, attività anomala, comportamento sospetto, accesso
    sospetto, accessi sospetti, login sospetto, accesso insolito, invio sospetto, traffico
    sospetto, attività fraudolenta, uso improprio, attività sospette, invii sospetti, comportamento
    anomalo, abuso, uso illecito, abusivo
EXPIRED: scadut/o/a, scaduti, obsoleta, troppo semplice, troppo vecchia, non è più valid/o/a, non
    più valid/o/a, scadenza, troppo vecchi/a, ha perso validità, validità
CHANGE: cambiare, cambia, modificare, modifica, reimpostare, reimposta, rinnovare, aggiornare,
    rinnovi, rinnova, impostare una nuova, imposti una nuova, scegliere una nuova, cambi,
    sostituire, sostituisca, rinnovata, aggiorni, ne imposti una nuova, scelga una nuova, cambio,
    cambiarla, rinnovarla, modifichi, imposta una nuova, crearne una nuova, aggiornata
VALID: valid/o/a/i/e, corrett/o/a, corrisponde, coincide, stesso, giust/o/a/e, corrispondono,
    coincidono, uguale, uguali, combacia, combaciano, esatt/o/a
INVALID: errat/o/a/i/e, sbagliat/o/a, invalid/o/a, non corrett/o/a/e, diverso, diversa, diversi,
    differente, inesatt/o/a/i, non conforme, erronea, erroneo, sbagliando
KNOWN: trovat/o/a, esiste, conosciut/o/a, riconosciut/o/a, registrat/o/a, presente, ospitat/o/a,
    esistente, individuat/o/a, esistono, risulta
UNKNOWN: sconosciut/o/a, inesistente, non esistente, nessun utente, nessuna casella
SUPPORTED: supportat/o/a, implementat/o/a, gestit/o/a, offert/o/a, supporta, previst/o/a
AVAILABLE: disponibile, raggiungibile, risponde, risposta, risposto, accessibile, operativo,
    funzionante
UNAVAILABLE: irraggiungibile, in manutenzione, non risponde, nessuna risposta, fuori servizio,
    guasto, manutenzione, offline, fermo, disservizio, indisponibile
VERIFIED: verificat/o/a
LIMIT: limite, limiti, numero massimo, massimo, massima, soglia, crediti, all ora, al giorno, al
    minuto, al mese, per ora, numero di, quota, quantità, tetto, volume, credito, quote, per
    giorno, oggi, frequenza
EXCEEDED: superat/o/a/i, raggiunt/o/a, eccedut/o, esaurit/o/a/i, superamento, insufficiente, oltre,
    oltrepassat/o/a, consumat/o/a/i, ha superato, eccede, sforat/o/a, finiti, ha raggiunto
TOOMANY: troppi, troppe, troppo spesso, numero eccessivo, troppo frequenti, eccessiv/o/a/i/e,
    ripetuti, ripetute, diversi tentativi, numerosi tentativi, troppo frequentemente, troppo
    velocemente, molti tentativi, troppa frequenza, più tentativi, tentativi ripetuti, consecutivi
COUNTED: connessioni, messaggi, tentativi, sessioni, messaggio, richieste, mail, email, volte,
    connessione
TEMPORARY: temporane/o/a, temporaneamente, più tardi, riprovare, riprova, momentaneamente,
    riprovare più tardi, tra poco, fra poco, attenda, attendere, qualche minuto, al momento,
    riprovi, provvisori/o/a, ritentare, ritenti, provi più tardi, attualmente
INTERNAL: errore interno, errore del server, problema tecnico, errore di sistema, errore
    imprevisto, problema interno, guasto tecnico, impossibile consultare, errore di configurazione,
    errore tecnico, problemi tecnici, impossibile verificare, impossibile interrogare
BUSY: occupato, sovraccarico, sovraccarica, carico eccessivo, congestionat/o, intasato, troppo
    carico
TIMEOUT: tempo scaduto, impossibile connettersi, connessione fallita, errore di connessione, tempo
    esaurito, impossibile contattare
APPPASSWORD: password per le app, password specifica, password per l app, password applicazione,
    password per app, password di applicazione, password delle app, codice di autorizzazione,
    password per applicazioni, password per le applicazioni, password per applicazioni esterne,
    password dedicata, password separata, password per il dispositivo, password dell applicazione,
    password per l applicazione, password d applicazione, password app, password esterna, password
    specifica per, password per client esterni, password apposita, password distinta
SECONDFACTOR: due fattori, secondo fattore, due passaggi, verifica in due passaggi, autenticazione
    forte, autenticazione a due fattori, doppio fattore, verifica in 2 passaggi, doppia
    autenticazione, codice di verifica, autenticatore, multifattore, 2 fattori, doppia verifica,
    due passi
BROWSER: dal browser, tramite browser, via webmail, da webmail, dal sito, tramite webmail
LISTED: lista nera, in lista nera, in blacklist, in lista di blocco, in black list, listato in,
    listato su, in blocklist, liste nere
FULL: pien/o/a, spazio di archiviazione, spazio disponibile, spazio su disco, spazio disco, casella
    satura
BUT: perché, poiché, ma, a causa
SENDING+COUNTED: invii
CLIENT+PLACE: paese, tuo paese, posizione, estero, dall estero, un altro paese, paesi, nazione,
    regione, fuori dall italia, area geografica, esteri, località
BACKEND: server di autenticazione, base dati, archivio utenti, database utenti, database, server
    ldap, servizio di autenticazione, directory, archivio
ALREADY: già
CANCELLED: annullata, interrotta
SEQUENCE: sequenza
SYNTAX: formato, sintassi, malformat/o/a
SWITCHON: attiva, attivare, attivi, abilitare, abiliti
PTR: dns inverso, reverse dns, risoluzione inversa, record inverso, record ptr
DISABLED+UNVERIFIED: non confermat/o/a
NEWPASSWORD: nuova password
IF: se non
OWNED: appartiene, appartengono, proprietario, intestatario, è sua, è tua, di proprietà, è suo
REVOKED: revocat/o/a
UNSUPPORTED: incompatibile, non gestit/o/a
DURATION: minuti, ore, secondi, minuto, ora, giorni, settimana
GREYLIST: lista grigia
BLACKLIST: lista di blocco, liste di blocco, reputazione, cattiva reputazione, ip dinamico
ALLOWLIST: lista bianca, ip autorizzati, ip consentiti, elenco consentiti, rete autorizzata, reti
    autorizzate, elenco degli autorizzati, lista consentiti, ip abilitati
BASICAUTH: autenticazione di base, autenticazione base, autenticazione con password, autenticazione
    semplice
CREATE: generi, generare, crei, creare, genera
UNPAID: pagamento, pagamenti, mancato pagamento, fattura, fatture, insoluti, morosità, debito,
    amministrativi
CERTIFICATE: certificato client
RCPTLIMIT+LIMIT+COUNTED: destinatari per messaggio, numero di destinatari, limite destinatari,
    limite di destinatari
RECEIVE: ricezione, ricevere
TERMS: termini di servizio, condizioni d uso, termini
SECURITY: versione tls, versione di tls, protocollo tls
CLIENT+LAN: rete interna, rete aziendale, rete locale, intranet, rete di ateneo, rete universitaria
WRONGSECRET: password app errata, password per app errata, password di applicazione errata,
    password applicazione errata, password per app non valida
STOPPED: interrott/o/a, fermat/o/a
ACCOUNT+PLAN: piano, tariffa, pacchetto, piano gratuito
SESSION: sessione
CHECK: controlli, verifichi, verificare, controllare, verifica, controlla
"""

POLISH = """\
NOT: nie, bez, brak, nigdy, żaden, żadnego, nie jest, nie są, niemożliwe
IF: jeśli, jeżeli
WILL: zostanie, będzie, aby uniknąć
OR: lub, albo
YOUR: twoje, twój, twoja, twojego, państwa
REQUIRED: wymagan/e/a/y, wymaga, konieczn/e/a, należy, proszę, musi, musisz, trzeba, potrzebn/e,
    najpierw, wymagają, tylko, wyłącznie, jedynie, musi być, konieczność, niezbędne, potrzeba,
    obowiązkowe, podaj, użyj, używaj, koniecznie
FAILED: niepowodzenie, błąd, nieudan/e/a/y, nie powiodło się, nie powiodła się, niepowodzeniem,
    awaria, problem, nie udało się, nie udała się, niepomyślne, błędem, nie można, nieskuteczne
ACCOUNT: konto, konta, użytkownik, użytkownika, skrzynka, skrzynki, klient, domena, nazwa
    użytkownika, skrzynka pocztowa, usługi, licencja, okres próbny, umowa, skrzynce, skrzynkę,
    skrzynek, kontu, kontem, konto pocztowe, konto e mail, poczta, pocztowe, hosting, profil,
    abonent, identyfikator, login, adres e mail, adres email, skrzynka mailowa
PASSWORD: hasło, hasła, hasłem, haseł, haśle
CREDENTIALS: dane logowania, login lub hasło, nazwa użytkownika lub hasło, użytkownik lub hasło,
    nazwy użytkownika lub hasła, login i hasło, loginu lub hasła, danych logowania, dane
    uwierzytelniające, login bądź hasło, użytkownik i hasło, nazwa użytkownika i hasło, nazwa lub
    hasło, loginu i hasła, dane dostępowe, dane uwierzytelniania, poświadczenia, hasło lub login,
    adres lub hasło, login hasło, e mail lub hasło, danych dostępowych
AUTH: uwierzytelnianie, uwierzytelnienie, uwierzytelniania, uwierzytelnienia, autoryzacja,
    autoryzacji, logowanie, logowania, zalogować, zaloguj, autentykacja, zalogowany, zalogowana,
    uwierzytelniony, logowaniu, zaloguj się, zalogować się, uwierzytelnić, uwierzytelnij,
    uwierzytelniono, próba logowania, logowaniem, autoryzować, loguj
SERVICE: usługa, dostęp, dostęp smtp, usługa smtp, dostępu, usłudze, smtp, programy pocztowe,
    programów pocztowych, klienty pocztowe, zewnętrzne programy, zewnętrznych programów,
    zewnętrznych klientów, funkcja, dostęp zewnętrzny, protokół, wysyłka smtp, smtp auth
SENDING: wysyłanie, wysyłka, wysyłania, wysyłać, wysyłki, wysłać, nadawania, wysyłania wiadomości,
    wysyłanie wiadomości, wysyłanie poczty, wysyłaj, wysłania, wysyłką, wysyłce, wychodząca,
    wychodzące, wychodzących, nadawać, wysyłka poczty, wysyła
MECHANISM: mechanizm, metoda, mechanizm uwierzytelniania, metoda uwierzytelniania, sposób
    uwierzytelniania, metody, metodę, mechanizmu, sposób logowania, metoda logowania, typ
    uwierzytelniania, rodzaj uwierzytelniania, tryb
COMMAND: polecenie, komenda
TLS: szyfrowanie, szyfrowania, bezpieczne połączenie, szyfrowane połączenie, połączenie szyfrowane,
    szyfrowanego połączenia, szyfruj, szyfrowane, szyfrowaną, bezpiecznego połączenia,
    zabezpieczone połączenie, kanał szyfrowany, szyfrowanym połączeniem, zabezpieczonego
    połączenia, bezpieczny kanał
INSECURE: nieszyfrowane, nieszyfrowane połączenie, niezabezpieczone połączenie, otwartym tekstem,
    nieszyfrowana, nieszyfrowanym, nieszyfrowanego, niezabezpieczone, bez szyfrowania,
    niezaszyfrowane, nie szyfrowane, jawnym tekstem, niebezpieczne połączenie
IPADDR: adres ip, adresu ip, twój adres ip, twoje ip, adresem ip, twój adres, ip, adresów ip,
    adresy ip, tego adresu, adres klienta, źródłowy adres, twojego ip
CLIENT: sieć, sieci, kraj, lokalizacja, hosta, komputer, serwera klienta, dostawca, host,
    urządzenie, sieć zewnętrzna, spoza sieci
SENDER: nadawca, nadawcy, adres nadawcy, adresu nadawcy, domena nadawcy, nadawcę, adres nadawczy, w
    imieniu, inny użytkownik, innego użytkownika, innego konta, nadawcą, cudzego adresu, jako
    nadawca, domeny nadawcy, adresu nadawczego
RECIPIENT: odbiorca, odbiorcy, adres odbiorcy, adresat, adresata, odbiorcę, odbiorcą, adres
    docelowy, skrzynka odbiorcy, adresu odbiorcy, adresatem, adres odbiorczy
RELAY: przekazywanie, przekazywania, relay niedozwolony, relaying niedozwolony, przesyłanie dalej,
    przekazywać, relay, relaying, przekazanie
SERVER: serwer, serwera, system, serwer pocztowy, systemu, serwerem, serwery
POLICY: polityka, polityką, administrator, administratora, zasady, organizacja, reguły, regulamin,
    regulaminu, reguła, administratorem, polityki, polityka bezpieczeństwa, względów
    bezpieczeństwa, firmy, organizacji, zasadami
ALLOWED: dozwolon/e/a/y, uprawnień, uprawnienia, uprawnion/y, zezwala, upoważnion/y, autoryzowan/y,
    wolno, zezwolono, zgody, zezwolenie, prawo, prawa, dopuszczalny, dopuszczone, pozwala,
    zezwolenia, można, dopuszczony, upoważniona
ACCEPTED: akceptowan/y/a/e, zaakceptowan/y/a/e, przyjęt/y/a/e
FORBIDDEN: zabronion/e/a/y, niedozwolon/y/a/e, nieuprawnion/y, zakazan/e, ograniczon/y,
    niedozwolon/e/a/y, zakazan/e/y, nie może, nie możesz, nie masz uprawnień, niedopuszczalny, brak
    uprawnień, zakaz, ograniczenie, ograniczenia, zabrania, bez uprawnień, nie ma uprawnień,
    nieautoryzowany
DENIED: odrzucon/y/a/e, odmowa, odmówiono, odmowa dostępu, brak dostępu, odrzucono, odrzucamy,
    odrzucenie, odmawia, odmawiamy, zabroniony dostęp, odrzucane
ENABLED: włączon/e/a/y, aktywn/e/a/y, aktywowan/e, uruchomion/a, włączyć, aktywować, wykupiony,
    wykupione, aktywacja, aktywacji, uruchomiony, włączenie
DISABLED: wyłączon/e/a/y, nieaktywn/e/a/y, dezaktywowan/e, zamknięt/e, usunięt/e, nieopłacon/e/a,
    niezapłacon/a/e/y, zakończ/ony/yła/ył, rozwiązan/a, skasowan/e, wyłączenie, nie włączono, nie
    włączon/a/e, wygasła usługa, nie obejmuje, brak licencji, odłączon/a/e/y, rozwiązano,
    zlikwidowan/e/a/y, skończył się, likwidacja, nie aktywowano, oczekuje, czeka, nieużywane,
    wypowiedzian/a, nie wykupiono, unieruchomion/a/e, skończył/a, dobiegła końca, dobiegł końca
LOCKED: zablokowan/e/a/y, zawieszon/e/a/y, blokada, zablokowano, zawieszenie, wstrzyman/e/a,
    kwarantanna, kwarantannie, blokady, blokadą, zablokowaliśmy, zawiesiliśmy, zbanowan/y/e,
    przejęte, wstrzymano, zamrożon/e/a, zawieszono, skompromitowane, włamanie, odcięt/y/e/a,
    zhakowan/e
SPAM: podejrzenie spamu, robotem, spamu, rozsyłanie spamu, wysyłanie spamu, spamem, masowa wysyłka,
    niechciana poczta
ACTIVITY: podejrzana aktywność, nietypowa aktywność, podejrzane logowanie, podejrzane zachowanie,
    nietypowe logowanie, podejrzanej aktywności, nietypowej aktywności, nadużycie, nadużycia,
    podejrzana wysyłka, nietypowe zachowanie, podejrzane działania
EXPIRED: wygasł/o/a, wygasłe, przeterminowane, straciło ważność, utraciło ważność, nie jest już
    ważne, już nieważne, wygaśnięcie, minął termin, upłynął termin, upłynęła ważność, ważność, zbyt
    stare, przedawnione, przeterminowano, upłynęło
CHANGE: zmienić, zmień, zmiana, zmiany, zresetować, zresetuj, zmienione, ustaw nowe, odnów,
    zmienia, zmieniaj, zmieniono, ustaw inne, ustawić nowe, odnowić, zaktualizuj, nadaj nowe,
    utwórz nowe, wybierz nowe, aktualizacja, wymień, ustal nowe
VALID: prawidłow/y/a/e, poprawn/y/a/e, zgadza się, zgodny, ważne, właściwe, właściwy, zgadza,
    zgadzają się, zgadzają, pasuje, pasują, zgodne, identyczne
INVALID: nieprawidłow/y/a/e/ych, niepoprawn/y/a/e, błędn/y/a/e/ych, złe, zły, nieważn/e, niezgodny,
    niewłaściw/y/e/a, niezgodne, zła, pomyłka, różni się, inny niż, inne niż, fałszywe, omyłkowy,
    odmienny
KNOWN: znan/y, istnieje, znaleziono, istnieją, znaleziony, znaleziona, zarejestrowany, zna,
    rozpoznany, znana, ma takiej, ma takiego, obsługiwana domena
UNKNOWN: nieznan/y/a/e, nie istnieje, nie znaleziono, brak takiego użytkownika, nie ma takiego, nie
    ma takiej, brak takiej skrzynki, nieistniejąc/y/a/e, brak użytkownika, brak skrzynki
SUPPORTED: obsługiwan/y/a/e, wspieran/y/a/e, obsługuje, wspiera, oferuje, oferowany
UNSUPPORTED: nieobsługiwan/y/a/e, niewspierany, nie obsługuje, niekompatybilny
AVAILABLE: dostępn/y/a/e, odpowiada, odpowiedzi, odpowiedział, osiągalny, działa, gotowy
UNAVAILABLE: niedostępn/y/a/e, brak odpowiedzi, prace konserwacyjne, konserwacja, przerwa
    techniczna, awarii, nieosiągalny, nie działa, przerwa w działaniu, konserwacji
VERIFIED: zweryfikowan/y/a
LIMIT: limit, limitu, maksymalna liczba, maksymalną liczbę, liczba, limity, limitów, przydział, na
    godzinę, na dzień, na dobę, na minutę, dziennie, dzienny limit, ilość, pula, puli, maksimum,
    maksymalna, liczbę, wolumen, kredyty, dzisiaj, dziś, częstotliwość
EXCEEDED: przekroczon/y/a/o/e, przekroczono, przekroczył, przekroczyłeś, osiągnięto, wyczerpan/y,
    przekroczenie, osiągnięt/y, przekracza, ponad, powyżej, wykorzystan/y/o/e, wyczerpano,
    wyczerpana, osiągnąłeś, zużyt/y, zużyto, osiągnął, wykorzystałeś, skończyły
TOOMANY: zbyt wiele, za dużo, zbyt dużo, zbyt wielu, zbyt często, za wiele, wielokrotne,
    wielokrotnych, wielokrotnie, zbyt szybko, zbyt częste, zbyt duża, nadmierna, kilku nieudanych,
    wielu nieudanych, wielu próbach, kolejnych, nadmiar, zbyt duża liczba, zbyt liczne,
    kilkukrotnym, kilkukrotnie
COUNTED: połączeń, wiadomości, prób, logowań, odbiorców, sesji, maili, wiadomość, wysyłek, żądań,
    połączenia, zapytań, razy, prób logowania, e maili, połączenie, maile
TEMPORARY: tymczasow/o/y/a/e, chwilow/o/y/a, później, spróbuj ponownie, spróbuj później,
    przejściow/y, za chwilę, odczekaj, poczekaj, proszę czekać, chwilę, obecnie, ponownie, na
    razie, za kilka minut, w tej chwili, na chwilę, chwili, czasowo, przejściowa, spróbować
INTERNAL: błąd wewnętrzny, wewnętrzny błąd, błąd serwera, błąd systemu, awaria serwera, błąd
    techniczny, problem techniczny, wewnętrzny problem, nieoczekiwany błąd, problemy techniczne,
    nie można sprawdzić, błąd konfiguracji, awaria systemu, nie można zweryfikować
BUSY: zajęty, przeciążony, przeciążenie, obciążenie, obciążenie systemu, duże obciążenie,
    przeciążona, przeciążenia, obciążony, zbyt duże obciążenie, zajęta
TIMEOUT: przekroczono czas, upłynął limit czasu, przekroczenie czasu, limit czasu, nie można
    połączyć, brak połączenia, błąd połączenia, nie udało się połączyć, czas oczekiwania
APPPASSWORD: hasło aplikacji, hasła aplikacji, hasło do aplikacji, hasło dla aplikacji, hasła do
    aplikacji, osobne hasło, oddzielne hasło, dedykowane hasło, specjalne hasło, hasło zewnętrzne,
    hasło do programu, hasło do programów, hasło dla programu, hasło dla programów, hasło programu,
    hasłem aplikacji, hasło do klienta, kod dostępu, kod autoryzacyjny
SECONDFACTOR: dwuetapowa, dwuskładnikowe, dwuetapowej, dwuskładnikowego, weryfikacja dwuetapowa,
    dwuetapowe, weryfikację dwuetapową, uwierzytelnianie dwuskładnikowe, drugi składnik,
    dwustopniowa, dwustopniowe, kod weryfikacyjny, wieloskładnikowe, weryfikacji dwuetapowej
BROWSER: przeglądarce, przeglądarki, przeglądarkę, przez przeglądarkę, webmail, przez stronę, w
    przeglądarce, na stronie
LISTED: czarnej liście, na czarnej liście, czarne listy, na czarnych listach, czarną listę, na
    liście blokad, figuruje na, na blackliście, na czarnej
BLACKLIST: czarna lista, czarnej listy, lista blokad, reputacja, niska reputacja, zła reputacja,
    dynamiczne ip
FULL: pełna, przepełniona, jest pełna, miejsce na dysku, pojemność, pojemności, brak miejsca,
    przestrzeń dyskowa
BUT: ponieważ, ale, gdyż, z powodu
CLIENT+PLACE: zagranicy, z zagranicy, kraju, z kraju, lokalizacji, kraj, zagranica, zagraniczny,
    zagranicznych, krajów, region, regionu, spoza polski, spoza kraju, spoza unii, za granicą
BACKEND: serwer uwierzytelniania, serwera uwierzytelniania, serwerem uwierzytelniania, baza danych,
    bazy danych, bazą danych, bazą użytkowników, baza użytkowników, bazy użytkowników, baza,
    katalog, usługa uwierzytelniania, serwer logowania, serwer ldap
ALREADY: już
CANCELLED: anulowano, przerwano, anulowane, przerwane
SEQUENCE: kolejność
SYNTAX: składnia, składni, nieprawidłowa składnia, zniekształcone
ALLOWLIST: liście dozwolonych, lista dozwolonych, białej liście, biała lista, listy dozwolonych,
    whitelista, białą listę, zaufanych, zaufane, dozwolonych adresów, liście zaufanych
PTR: odwrotny dns, rekord ptr, revdns, rekordu ptr, reverse dns, wpis odwrotny, rekord odwrotny
DISABLED+UNVERIFIED: niepotwierdzon/e/a, nie potwierdzono
NEWPASSWORD: nowe hasło
SWITCHON: włącz, aktywuj
OWNED: należą, właściciel, właścicielem, należący, twój własny, przypisany
REVOKED: cofnięt/y/e/a, unieważnion/y/e/a, odwołan/y/e
DURATION: minut, godzin, sekund, minuty, godziny, minutę, godzinę, dni, tydzień, doby
GREYLIST: szara lista, szarej liście
BASICAUTH: uwierzytelnianie podstawowe, podstawowe uwierzytelnianie, uwierzytelnianie hasłem,
    logowanie hasłem, proste uwierzytelnianie
CREATE: wygeneruj, utwórz, stwórz, wygenerować, utworzyć
UNPAID: płatność, płatności, brak płatności, braku płatności, brak opłaty, zaległość, zaległości,
    nieopłacenie, opłata, opłać, należności, rozliczenie, nieuregulowane, zadłużenie, faktura,
    faktury
CERTIFICATE: certyfikat, certyfikatu, certyfikat klienta
RCPTLIMIT+LIMIT+COUNTED: liczba odbiorców, odbiorców w wiadomości, limit odbiorców
RECEIVE: odbieranie, odbioru, odbierać
TERMS: warunki, warunków, regulamin usługi
SECURITY: wersja tls, wersję tls, wersja protokołu
INVALID+UNAVAILABLE: nie odpowiada
CLIENT+LAN: sieci firmowej, sieci wewnętrznej, sieci lokalnej, sieć wewnętrzna, sieć firmowa, sieci
    uczelni, sieci uczelnianej, intranet
WRONGSECRET: błędne hasło aplikacji, nieprawidłowe hasło aplikacji, hasło aplikacji jest
    nieprawidłowe, niepoprawne hasło aplikacji, hasło aplikacji nieprawidłowe
STOPPED: zatrzyman/a/e/y, przerwan/a/e
ACCOUNT+PLAN: pakiet, pakiecie, abonament, planie, plan
SESSION: sesja
CHECK: sprawdź, sprawdzić, zweryfikuj
"""

CZECH = """\
NOT: není, nejsou, nebylo, bez, nelze, žádný, žádné, nemáte, nemá, nikdy, žádná, žádného, nejde,
    nemůže být, neumožňuje, nemáme, nebyl, nebyla, nebyly, nebude, nemohl, neni, nejste
IF: pokud, jestliže
WILL: bude, budou
OR: nebo
YOUR: vaše, váš, vaší, vašeho, vašemu
REQUIRED: vyžadován/o/a, vyžaduje, požadován/o, nutn/é/á/o, musíte, musí, prosím, je třeba,
    nejprve, povinn/é, potřeba, použijte, vyžadují, pouze, jen, jedině, nezbytné, musí být, třeba,
    zadejte, povinná, je nutné, potřebujete
FAILED: selhal/o/a, chyba, neúspěšn/é/á/ý, selhání, nepodařilo se, nezdařilo se, problém,
    nezdařilo, nepovedlo se, neúspěch, neúspěšně, selhává, nebylo možné, neproběhlo
ACCOUNT: účet, účtu, uživatel, uživatele, schránka, schránky, zákazník, doména, uživatelské jméno,
    uživatelský účet, e mailová schránka, služby, licence, zkušební doba, smlouva, předplatné,
    účtem, účty, schránku, schránce, uživatelem, uživateli, e mail, e mailový účet, mailbox,
    poštovní schránka, profil, hosting, přihlašovací jméno, webhosting, jméno, uživatelského jména,
    emailová schránka, login
PASSWORD: heslo, hesla, heslem, heslu, hesel
CREDENTIALS: přihlašovací údaje, jméno nebo heslo, uživatelské jméno nebo heslo, uživatel nebo
    heslo, uživatelské jméno či heslo, jméno či heslo, údaje, uživatelské jméno a heslo, jméno a
    heslo, přihlašovací jméno nebo heslo, login nebo heslo, login a heslo, uživatel a heslo, e mail
    nebo heslo, přihlašovacích údajů, jména nebo hesla, jméno heslo, heslo nebo jméno
AUTH: ověření, autentizace, autentifikace, ověřování, autentizaci, přihlásit, přihlaste,
    autorizace, autorizaci, přihlašování, přihlásili, přihlášen, přihlásit se, ověřit, přihlaste
    se, autentikace, ověřen, pokus o přihlášení, přihlašujete
SERVICE: služba, přístup, smtp přístup, službu, smtp, poštovní programy, poštovních programů,
    externí programy, externí klienti, poštovní klienti, funkce, vzdálený přístup, protokol, smtp
    služba, externím programům
SENDING: odesílání, odesílat, odeslání, posílat, odeslat, odchozí pošta, rozesílání, odesílání
    pošty, odesílání zpráv, odesílání e mailů, odeslat zprávu, odchozí, odchozích, posílání,
    zasílání, rozesílat
MECHANISM: mechanismus, metoda, způsob ověření, ověřovací mechanismus, metoda ověření, autentizační
    mechanismus, mechanizmus, mechanizmu, metodu, metody, způsob přihlášení, typ ověření, způsob
    ověřování, druh ověření, způsob
COMMAND: příkaz
TLS: šifrování, zabezpečené připojení, šifrované spojení, zabezpečené spojení, šifrované připojení,
    šifrovat, šifrované, šifrovaného, šifrovaným spojením, zabezpečeného spojení, zabezpečené,
    bezpečné spojení, bezpečné připojení, zabezpečený kanál
INSECURE: nešifrované, nezabezpečené, nešifrované spojení, nezabezpečené připojení, nešifrovaného,
    nešifrovaným, nezabezpečené spojení, nezabezpečeného, bez šifrování, nešifrované připojení,
    nezašifrované
IPADDR: ip adresa, ip adresy, vaše ip, vaše ip adresa, ip adrese, ip, ip adresou, ip adresu, adresy
    ip, tato adresa, zdrojová adresa, vaší ip
CLIENT: síť, sítě, země, klient, počítač, hostitel, zařízení, poskytovatel, síti, mimo síť
SENDER: odesílatel, odesílatele, adresa odesílatele, odesilatel, odesilatele, adresu odesílatele,
    jménem, jiný uživatel, jiného uživatele, cizí adresa, cizí adresou, odesílací adresa, jako
    odesílatel, odesílací adresu, z této adresy, domény odesílatele, odesílatelem, adresa
    odesilatele
RECIPIENT: příjemce, adresa příjemce, adresát, adresáta, příjemcem, cílová adresa, cílová schránka,
    schránka příjemce, adresátem, příjemci, cílové adresy
RELAY: předávání, přeposílání, přeposlání, relay, přeposílat, předávat, předání, přeposlat
SERVER: server, systém, poštovní server, serveru, systému, serverem, servery
POLICY: politika, správce, administrátor, pravidla, organizace, pravidlo, zásady, zásad, správcem,
    správce domény, bezpečnostních důvodů, bezpečnostní politika, firmy, organizací,
    administrátorem
ALLOWED: povolen/o/a/ý, oprávnění, oprávněn, dovoleno, práva, povolena, právo, dovolen/o/a, smíte,
    smí, umožněno, oprávněni, svolení, umožňuje
ACCEPTED: přijat/o/a, akceptován
FORBIDDEN: zakázán/o/a, zakázaný, nepovolen/o/ý/á, nedovolen/o, omezen/o, nesmí, nemůže, nemá
    oprávnění, nesmíte, nemáte oprávnění, zakazuje, zákaz, omezení, bez oprávnění, nedovolený,
    neoprávněn/ý/á, zakázané, nemáte právo, omezena
DENIED: odmítnut/o/a/ý, odepřen/o, přístup odepřen, zamítnut/o/a, odmítáme, odmítl, odmítnutí,
    zamítnutí, nepřijat/o/a, nepřijímáme, odmítá
ENABLED: zapnut/o/a/ý, aktivován/o/a, aktivní, povolit, zapnout, aktivovat, aktivace, zapnuté
DISABLED: vypnut/o/a/ý, deaktivován/o/a, neaktivní, zrušen/o/a/ý, nezaplacen/o, nezaplacen/a,
    ukončen/o/a, vypnuté, vypnutá, není aktivní, neaktivováno, neobsahuje, není součástí, bez
    licence, smazán/o/a, odpojen/o/a, vypršel tarif, čeká, čeká na aktivaci, odstraněn/o/a,
    zaniklo, nezřízena, dosud neaktivní, výpověď, skončil/a/o, vypovězen/a
LOCKED: zablokován/o/a, zablokovaný, blokován/o/a, pozastaven/o/a, uzamčen/o/a, uzamčený, zamčen,
    blokovaný, blokace, zablokovali jsme, karanténě, karanténa, zmrazen/o/a, napaden/o/a,
    kompromitován/o/a, zabanován/o, pozastavili, suspendován/o/a, zneužit/o/a, zablokovaná,
    hacknut/o, zastaven/o/a
SPAM: podezření na spam, spamu, rozesílání spamu, spamem, nevyžádané pošty, hromadné rozesílání,
    nevyžádaná pošta
ACTIVITY: podezřelá aktivita, neobvyklá aktivita, podezřelé přihlášení, podezřelé aktivity,
    podezřelé chování, neobvyklé přihlášení, podezřelé aktivitě, zneužití, neobvyklé aktivitě,
    podezřelou aktivitu, neobvyklé chování
EXPIRED: vypršel/o/a, vypršela platnost, prošlé, expirovalo, platnost vypršela, expiroval, skončila
    platnost, končí platnost, platnost skončila, již není platné, už není platné, pozbylo
    platnosti, propadlo, prošla platnost, příliš staré, zastaralé, vypršením, platnost
CHANGE: změnit, změňte, změna, obnovit, nastavte nové, zvolte nové, obnovte, změňte si, nastavte si
    nové, nastavit nové, zvolte si nové, vytvořte nové, resetujte, zadejte nové, změnit si,
    aktualizujte, změněno, vyměňte
VALID: platn/é/ý/á, správn/é/ý/á, odpovídá, shoduje, souhlasí, sedí, odpovídají, shodují, shodné,
    odpovídající, totožné, shoduje se
INVALID: neplatn/é/ý/á/ou, nesprávn/é/ý/á, chybn/é/ý/á, špatn/é/ý/á, nesouhlasí, nesedí, neshoduje
    se, neshodují, mylné, jiná než, nesprávně, špatně, chybně, rozdílné, neodpovídají
UNKNOWN: neznám/ý/á/é, neexistuje, neexistující, nenalezen, neexistují, neznámého, taková schránka
    není, takový uživatel není, neregistrovaný, žádný uživatel
SUPPORTED: podporován/o/a, podporuje, nabízí, nabízen
UNSUPPORTED: nepodporovan/ý/á/é, nepodporován, nepodporuje, nepodporujeme, nekompatibilní, neumí,
    nezná, nepodporováno
AVAILABLE: dostupn/ý/á/é, odpovídá server, v provozu, dosažitelný, přístupný, funkční
UNAVAILABLE: nedostupn/ý/á/é, mimo provoz, údržba, údržby, výpadek, výpadku, nereaguje, bez
    odpovědi, nedosažitelný, odstávka, odstávky, nefunguje, nefunkční
LIMIT: limit, limitu, maximální počet, kvóta, počet, kvóty, kapacita, za hodinu, za den, za minutu,
    denně, množství, denní limit, limity, objem, maximum, maximální, kredit, počtu, dnes, frekvence
EXCEEDED: překročen/o/a, překročil, dosažen/o, vyčerpán/o, překročení, vyčerpána, překračuje,
    překročili, vyčerpali, dosáhli, nad limit, vyčerpaný, spotřebován, přesáhl, přesažen,
    přesahuje, přes limit
TOOMANY: příliš mnoho, příliš často, příliš rychle, moc mnoho, opakované, opakovaných, opakovaně,
    opakovaným, několika neúspěšných, mnoho, mnoha, moc, nadměrný, nadměrné, velký počet, příliš
    časté, příliš velké, příliš velký, vícenásobné
COUNTED: spojení, připojení, zpráv, pokusů, příjemců, e mailů, požadavků, pokusy, zprávy, pokusech,
    mailů, krát, příchozích spojení
TEMPORARY: dočasn/ě/á/é/ý, přechodn/ě, později, zkuste to znovu, zkuste později, momentálně, za
    chvíli, počkejte, vyčkejte, prosím čekejte, chvíli, nyní, právě, opakujte, zopakujte, zkuste,
    znovu, za několik minut, v tuto chvíli, za okamžik
INTERNAL: interní chyba, vnitřní chyba, chyba serveru, technická chyba, chyba systému, systémová
    chyba, neočekávaná chyba, technické potíže, technický problém, technická závada, porucha,
    interní problém, nelze ověřit, chyba konfigurace, závada
BUSY: zaneprázdněn, přetížen, přetížení, přetížena, vytížen, zahlcen, přetížený, velké zatížení,
    vytížený
APPPASSWORD: heslo aplikace, heslo pro aplikaci, heslo pro aplikace, aplikační heslo, heslo pro
    poštovní program, heslo pro poštovního klienta, heslo pro externí, samostatné heslo, zvláštní
    heslo, speciální heslo, oddělené heslo, heslo k aplikaci, heslo do aplikace, heslo programu,
    heslo pro program, heslo pro klienta, vlastní heslo pro, heslo pro zařízení, heslem aplikace,
    autorizační kód
SECONDFACTOR: dvoufázové, dvoufaktorové, dvoufázového ověření, druhý faktor, dvoufázové ověření,
    dvoufázovém, dvoufaktorového, dvoufaktorová, druhého faktoru, vícefaktorové, ověřovací kód,
    dvoukrokové, dvoustupňové
BROWSER: prohlížeči, prohlížeč, prohlížeče, webové rozhraní, přes web, na webu, přes webmail, přes
    prohlížeč, webového rozhraní
LISTED: na černé listině, na blacklistu, blacklistu, na seznamu blokovaných, černé listině, na
    blacklistech, blacklistován/a, na blacklist, černý seznam, na černém seznamu
FULL: plná, přeplněna, úložiště, místo na disku, kapacita schránky, velikost schránky
BUT: protože, ale, kvůli, z důvodu
AUTH+COUNTED: přihlášení
CLIENT+PLACE: zahraničí, ze zahraničí, země, vaší země, poloha, lokalita, zemí, země původu,
    oblast, cizina, ciziny, státy, mimo čr, mimo českou, jiné země, lokality, regionu, cizí země
BACKEND: ověřovací server, autentizační server, databáze, databází, databáze uživatelů, databázi,
    databázi uživatelů, adresářová služba, adresář, ldap server, ověřovací služba, ověřovacího
    serveru, přihlašovací server
ALREADY: již, už
CANCELLED: zrušeno, přerušeno
SEQUENCE: pořadí, sled
SWITCHON: aktivujte, zapněte, povolte
PTR: reverzní dns, reverzní záznam, ptr záznam, reverzního, ptr záznamu, reverz
DISABLED+UNVERIFIED: nepotvrzen/o/a
OWNED: patří, nepatří, vlastník, vlastníkem, náleží, přiřazena
REVOKED: odvolán/o, zneplatněn/o/a, odebrán/o
KNOWN: existuje, existují, nalezen/a/o, známa, registrován/a, není zde, zřízena
DURATION: minut, hodin, sekund, minuty, hodiny, minutu, hodinu, dní, dny, týden
TIMEOUT: vypršel čas, vypršel časový limit, časový limit, nelze se připojit, chyba spojení,
    nepodařilo se připojit
GREYLIST: šedá listina, šedé listině
BLACKLIST: černá listina, reputace, špatná reputace, nízká reputace, dynamická ip
ALLOWLIST: seznam povolených, seznamu povolených, bílé listině, whitelistu, povolených adres,
    důvěryhodných, důvěryhodné
BASICAUTH: základní ověřování, základní ověření, základní autentizace, přihlášení heslem, ověřování
    heslem
CREATE: vytvořte, vygenerujte, vytvořit, vygenerovat
UNPAID: platba, platby, faktura, faktury, faktuře, nezaplacené, nezaplacení, neuhrazené,
    neuhrazen/a/o, dluh, dlužná, úhrada, uhraďte, neplacení, zaplaťte, pohledávka, dlužné
CERTIFICATE: certifikát, certifikátu, klientský certifikát
RCPTLIMIT+LIMIT+COUNTED: počet příjemců, příjemců ve zprávě, limit příjemců
RECEIVE: příjem, přijímat, přijímání
TERMS: podmínky, podmínek, smluvní podmínky
SECURITY: verze tls, verzi tls, verze protokolu
SYNTAX: formát, syntaxe, syntaktická
DOMAIN: domény, doménu
NEWPASSWORD: nové heslo
INVALID+UNAVAILABLE: neodpovídá
CLIENT+LAN: vnitřní síť, vnitřní sítě, firemní sítě, lokální síť, lokální sítě, interní sítě,
    interní síť, podnikové sítě, univerzitní sítě, školní sítě
WRONGSECRET: neplatné heslo aplikace, chybné heslo aplikace, špatné heslo aplikace, heslo aplikace
    je neplatné, nesprávné heslo aplikace
ACCOUNT+PLAN: tarif, tarifu, balíček
SESSION: relace
CHECK: zkontrolujte, ověřte, zkontrolovat
"""

DUTCH = """\
NOT: niet, geen, zonder, nooit, nergens, noch, onmogelijk, evenmin
IF: indien, tenzij, wanneer
WILL: zal, zullen
OR: of
YOUR: uw, jouw, je
REQUIRED: vereist, verplicht, nodig, moet, gelieve, noodzakelijk, eerst, gebruik, alleen,
    uitsluitend, enkel, slechts, dient, moeten, vereisen, verplichte, eerst nodig, benodigd, hoeft,
    gebruikt u
FAILED: mislukt, fout, probleem, faalde, storing, mislukte, niet gelukt, mislukken, niet geslaagd,
    gefaald, foutmelding, lukte niet, mislukking, is mislukt, niet mogelijk, fouten
ACCOUNT: gebruiker, gebruikersnaam, postbus, klant, domein, gebruikersaccount, e mailaccount,
    emailaccount, mailaccount, licentie, proefperiode, contract, mailbox, e mailadres, emailadres,
    mailadres, login, inlognaam, hosting, webhosting, hostingpakket, profiel, gebruikers,
    brievenbus, e mailbox, klantaccount, abonnee
PASSWORD: wachtwoord, wachtwoorden, paswoord, passwoord, mailwachtwoord
CREDENTIALS: inloggegevens, aanmeldgegevens, gebruikersnaam of wachtwoord, gebruikersnaam en
    wachtwoord, gebruiker of wachtwoord, gebruikersnaam wachtwoord, gegevens, inlognaam of
    wachtwoord, gebruikersnaam of paswoord, e mailadres of wachtwoord, gebruiker en wachtwoord,
    login of wachtwoord, login en wachtwoord, toegangsgegevens, ingevoerde gegevens, referenties,
    aanmeldingsgegevens, accountgegevens, wachtwoord of gebruikersnaam, combinatie van
AUTH: authenticatie, verificatie, aanmelding, aanmelden, inloggen, ingelogd, aangemeld, login
    mislukt, aanmeld, log in, meld u aan, inlog, inlogpoging, inlogpogingen, aanloggen, logt in,
    inlogt, authenticeren, geauthenticeerd, zich aan, zich aanmelden, aanmeldpoging
SERVICE: dienst, smtp toegang, toegang, diensten, smtp, externe programma s, e mailprogramma s,
    mailprogramma s, externe clients, externe apps, externe applicaties, functie, externe toegang,
    protocol, mailclients, smtp dienst, smtp functie, verzenden via smtp
SENDING: verzenden, versturen, verzending, e mail versturen, mail versturen, te verzenden, verzend,
    verstuur, verstuurt, verzonden, verstuurd, uitgaande mail, uitgaande, mailen, mailings,
    uitgaande berichten, zenden
MECHANISM: mechanisme, methode, authenticatiemechanisme, authenticatiemethode, verificatiemethode,
    inlogmethode, aanmeldmethode, authenticatietype, manier van aanmelden, authenticatievorm,
    authenticatieprotocol
COMMAND: opdracht, commando
TLS: versleuteling, encryptie, beveiligde verbinding, versleutelde verbinding, veilige verbinding,
    versleutelde, versleutelen, versleuteld, beveiligd, gecodeerde verbinding, beveiligde, ssl
    verbinding, tls verbinding, beveiligd kanaal
INSECURE: onversleuteld, onversleutelde verbinding, onbeveiligde verbinding, niet versleuteld,
    onbeveiligde, onbeveiligd, onveilige verbinding, zonder versleuteling, niet beveiligd, niet
    beveiligde verbinding, niet versleutelde verbinding, platte tekst, leesbare tekst
IPADDR: ip adres, uw ip, uw ip adres, ip adressen, uw adres, ip, dit ip, ip adresses, bron ip,
    client ip, je ip adres
CLIENT: netwerk, land, locatie, uw server, computer, apparaat, host, provider, buiten het netwerk,
    uw verbinding, machine
SENDER: afzender, afzenderadres, adres van de afzender, verzendadres, afzenderdomein, zender,
    verzender, namens, andere gebruiker, een andere gebruiker, ander account, from adres, van
    adres, afzendadres, als afzender, adres van afzender
RECIPIENT: ontvanger, ontvangers, adres van de ontvanger, geadresseerde, ontvangeradres,
    bestemming, bestemmingsadres, doeladres, postbus van de ontvanger, ontvangende, doelpostbus
RELAY: relayen, doorsturen, doorzenden, doorgestuurd, relay, relaying, doorsturen naar, doorstuur
SERVER: mailserver, systeem, server, servers
POLICY: beleid, beheerder, organisatie, regels, beheerders, regel, policy, veiligheidsredenen,
    bedrijf, bedrijfsbeleid, beleidsregel, beveiligingsbeleid, voorwaarde
ALLOWED: toegestaan, toegelaten, gemachtigd, bevoegd, rechten, toestemming, geautoriseerd, mag,
    mogen, recht, toelating, vergunning, toegestane, toestaan, bevoegdheid, gerechtigd,
    goedgekeurd, machtiging
ACCEPTED: geaccepteerd, aanvaard
FORBIDDEN: verboden, ongeoorloofd, onbevoegd, beperkt, mag geen, mag niet, mogen niet, mogen geen,
    niet gemachtigd, geen rechten, geen toestemming, ontoelaatbaar, beperking, beperkingen,
    verbiedt, verboden toegang, ongeautoriseerd, beperkt tot, geen recht
DENIED: geweigerd, afgewezen, toegang geweigerd, weigert, weigeren, afwijzing, geen toegang,
    toegang ontzegd, ontzegd, weigering, niet geaccepteerd, niet aanvaard
ENABLED: ingeschakeld, geactiveerd, actief, inschakelen, activeren, staat aan, aan voor, aangezet,
    staat open, activatie, activering, ingeschakelde, afgenomen, aan
DISABLED: uitgeschakeld, gedeactiveerd, inactief, opgeheven, afgesloten, beëindigd, uitgezet,
    opgezegd, niet betaald, afgelopen, onbetaald, staat uit, niet actief, niet geactiveerd, niet
    inbegrepen, uit, verwijderd, stilgelegd, afgekoppeld, gesloten, ontbonden, buiten gebruik, niet
    ingeschakeld, zonder licentie, in afwachting, afgelopen contract, niet langer actief, gewist,
    uitgeschakelde, geëindigd, ten einde
LOCKED: geblokkeerd, vergrendeld, opgeschort, geschorst, blokkade, gecompromitteerd, blokkering,
    geblokkeerde, gehackt, misbruikt, quarantaine, bevroren, op slot, verbannen, gebannen,
    dichtgezet, blokkeren, stilgezet, opgeschorte, misbruik, tijdelijk dicht
EXPIRED: verlopen, vervallen, niet meer geldig, niet langer geldig, verouderd, te oud, geldigheid,
    geldigheidsduur, verstreken, houdbaarheid, verloopt, over datum
CHANGE: wijzigen, wijzig, veranderen, verander, gewijzigd, resetten, vernieuwen, nieuw wachtwoord,
    stel een nieuw, kies een nieuw, verander uw, nieuw in, opnieuw instellen, stel opnieuw in,
    vernieuw, herstel, kies een nieuwe, stel een nieuwe, vervang, vervangen, aanpassen, pas aan,
    wijziging, kies een ander, nieuwe instellen, opnieuw in te stellen, bijwerken
VALID: geldig, geldige, correct, juist, overeen, klopt, kloppen, hetzelfde, juiste, correcte,
    gelijk, overeenkomst, komt overeen, komen overeen, overeenkomen, passend
INVALID: ongeldig, ongeldige, onjuist, onjuiste, verkeerd, verkeerde, foutief, foutieve, foute,
    verkeerd ingevoerd, incorrect, afwijkend, verschilt, anders dan, mis, onjuistheid
KNOWN: bekend, gevonden, bestaat, herkend, bestaan, bestaande, vindbaar, aanwezig, geregistreerd,
    hebben
UNKNOWN: onbekend, onbekende, onvindbaar, niet bestaande, geen gebruiker, geen mailbox, geen
    postbus, geen account
SUPPORTED: ondersteund, geïmplementeerd, ondersteunt, ondersteunen, aangeboden, kent, biedt
AVAILABLE: beschikbaar, bereikbaar, antwoordt, antwoord, reageert, gereed, in de lucht, werkt
UNAVAILABLE: onbeschikbaar, onbereikbaar, onderhoud, geen antwoord, geen reactie, uit de lucht,
    buiten werking, buiten dienst, onderhoudswerkzaamheden, uitgevallen, offline, plat, platgelegd
LIMIT: limiet, quotum, maximum, maximale, maximum aantal, maximaal aantal, maximale aantal,
    verzendlimiet, daglimiet, verzendquotum, per uur, per dag, per minuut, per maand, aantal,
    hoeveelheid, maxima, tegoed, volume, bovengrens, plafond, uurlimiet, quota, krediet, vandaag,
    frequentie
EXCEEDED: overschreden, bereikt, overschrijdt, verbruikt, overschrijding, opgebruikt, is op,
    uitgeput, boven, te hoog, overtreft, voorbij, vol verbruikt, gehaald, op is
TOOMANY: te veel, teveel, te vaak, te snel, herhaalde, herhaaldelijk, meerdere mislukte, meerdere
    foutieve, meerdere pogingen, diverse pogingen, vaak, overmatig, buitensporig, veelvuldig, te
    vele, te frequent, opeenvolgende, te snel achter elkaar, herhaalde mislukte
COUNTED: verbindingen, berichten, pogingen, sessies, aanmeldingen, mails, e mails, verzoeken, keer,
    verbinding, bericht, logins, poging
TEMPORARY: tijdelijk, tijdelijke, later opnieuw, probeer het later, momenteel, op dit moment,
    straks, zo meteen, over enkele minuten, over een paar minuten, wacht, even geduld, nu,
    nogmaals, opnieuw, probeer opnieuw, later, voorlopig, op het moment, kortstondig, probeer later
INTERNAL: interne fout, interne serverfout, serverfout, technisch probleem, technische fout,
    systeemfout, onverwachte fout, technische storing, interne storing, technische problemen,
    configuratiefout, kan niet controleren, kon niet worden gecontroleerd, fout in het systeem,
    onbekende fout
BUSY: bezet, overbelast, te druk, overbelasting, druk, zwaar belast, hoge belasting, vol bezet
APPPASSWORD: app wachtwoord, app specifiek wachtwoord, toepassingswachtwoord, apparaatwachtwoord,
    apart wachtwoord, afzonderlijk wachtwoord, eigen wachtwoord, speciaal wachtwoord, specifiek
    wachtwoord, wachtwoord voor externe, wachtwoord voor apps, wachtwoord voor toepassingen, app
    specifieke wachtwoord, applicatiewachtwoord, wachtwoord voor programma s, app wachtwoorden,
    applicatie wachtwoord, apparaatspecifiek wachtwoord, toegangscode, uniek wachtwoord
SECONDFACTOR: tweestaps, twee factor, tweefactor, tweestapsverificatie, twee staps,
    tweefactorauthenticatie, twee stappen, twee factoren, tweetrapsverificatie, verificatiecode,
    tweede factor, meervoudige verificatie, meerfactor, 2 stappen, authenticator
BROWSER: webbrowser, in de browser, browser, webmail, via de website, via webmail, op de website
LISTED: op een zwarte lijst, zwarte lijst, op een blacklist, op de blacklist, op een blokkeerlijst,
    blokkeerlijst, op de zwarte lijst, zwarte lijsten
FULL: vol, opslagruimte, schijfruimte, opslaglimiet
BUT: omdat, maar, wegens, vanwege
CLIENT+PLACE: buitenland, het buitenland, uit het buitenland, land, uw land, locatie, landen,
    regio, buitenlandse, buiten nederland, buiten de eu, buiten europa, buiten belgië, ander land,
    vanuit het buitenland, buiten
BACKEND: authenticatieserver, aanmeldserver, databank, gebruikersdatabase, database,
    gebruikersdatabank, gebruikersdirectory, authenticatiedienst, inlogserver, ldap server,
    directory, authenticatieservers, gebruikersbestand
ALREADY: reeds, al
CANCELLED: afgebroken, geannuleerd
SEQUENCE: volgorde
SWITCHON: activeer, schakel
PTR: reverse dns, omgekeerde dns, ptr record, omgekeerde, reverse dns record, rdns
DISABLED+UNVERIFIED: niet bevestigd, nog niet bevestigd
OWNED: behoort, behoren, eigenaar, van u, eigendom, hoort bij, gekoppeld
ACTIVITY: verdachte activiteit, verdachte activiteiten, ongebruikelijke activiteit, ongewone
    activiteit, verdachte aanmelding, verdachte inlogpoging, verdacht gedrag, afwijkend gedrag,
    verdachte login, frauduleus, abnormale activiteit
SPAM: spammen, spamverzending, ongewenste mail, massamail, spamverdenking, versturen van spam
REVOKED: ingetrokken, herroepen
UNSUPPORTED: niet langer ondersteund, niet meer ondersteund
DURATION: minuten, uren, seconden, minuut, uur, dagen, week, kwartier
TIMEOUT: time out, geen verbinding, verbinding mislukt, verbindingsfout, tijdslimiet, kan geen
    verbinding maken, duurde te lang
GREYLIST: grijze lijst, greylist
BLACKLIST: blokkadelijst, reputatie, slechte reputatie, dynamisch ip
ALLOWLIST: witte lijst, whitelist, toegestane ip, toegestane adressen, toegestane netwerken, lijst
    met toegestane, vertrouwde, vertrouwd netwerk
BASICAUTH: basisverificatie, basisauthenticatie, basis authenticatie, eenvoudige authenticatie,
    wachtwoordauthenticatie, inloggen met wachtwoord
CREATE: maak, genereer, creëer, aanmaken, genereren, maak een
UNPAID: betaling, betalingen, factuur, facturen, wanbetaling, openstaand, openstaande, niet
    betaalde, betaald, betalingsachterstand, achterstallig, achterstallige, rekening, achterstand
CERTIFICATE: certificaat, clientcertificaat
RCPTLIMIT+LIMIT+COUNTED: ontvangers per bericht, aantal ontvangers, limiet ontvangers
RECEIVE: ontvangen, ontvangst
TERMS: voorwaarden, gebruiksvoorwaarden
SECURITY: tls versie, protocolversie
SYNTAX: formaat, syntaxisfout, syntaxis, ongeldig formaat
DOMAIN: domeinen, domeinnaam
NEWPASSWORD: een nieuw wachtwoord
CLIENT+LAN: bedrijfsnetwerk, intern netwerk, interne netwerk, kantoornetwerk, lokaal netwerk,
    lokale netwerk, campusnetwerk, intranet
WRONGSECRET: app wachtwoord ongeldig, app wachtwoord onjuist, ongeldig app wachtwoord, onjuist app
    wachtwoord, verkeerd app wachtwoord
TOKEN: toegangstoken
DISABLED+STOPPED: stopgezet, gestopt
ACCOUNT+PLAN: pakket, abonnement
SESSION: sessie
CHECK: controleer, nakijken
"""

TURKISH = """\
NOT: değil, yok, asla, hiçbir, olmadan, bulunmamaktadir, olmayan, mümkün değil
OR: veya, ya da
REQUIRED: gerekli, zorunlu, gerekiyor, gereklidir, gerekmektedir, lütfen, önce, zorunludur,
    gerekir, gönderin, yapin, yapiniz, gönderiniz, göndermelisiniz, zorundasiniz, gerek, şart,
    yalnizca, sadece, ancak, gereken, öncelikle, kullanin, kullaniniz, etmelisiniz, yapmalisiniz,
    etmeniz
FAILED: başarisiz, hata, başarisiz oldu, hatasi, yapilamadi, sorun, başarisizlik, başarili olmadi,
    başarisizdir, olmadi, gerçekleştirilemedi, tamamlanamadi, yapilamiyor, hatayla, başarisiz
    deneme, edilemedi
ACCOUNT: hesap, hesabi/niz/n/nizin/na, kullanici, kullanici hesabi, kullanici adi, posta kutusu,
    müşteri, e posta hesabi/niz, kullanicinin, posta kutunuz, aboneliğiniz, lisans, lisansiniz,
    deneme süresi, sözleşme, üyeliğiniz, mail hesabi, eposta hesabi, eposta, kullanici ismi,
    abonelik, üyelik, domain, alan adi, hosting, profil, müşterimiz, mail adresi, e posta adresi
PASSWORD: şifre/niz/si/nizi/nizin/nin/yi/ye, parola/niz/si/nizi/nizin/nin, sifre
CREDENTIALS: kullanici adi veya şifre, kullanici adi veya parola, kullanici adi ya da şifre, kimlik
    bilgileri, kullanici adi ve şifre, kullanici adi şifre, kullanici adi parola, giriş bilgileri,
    kimlik bilgisi, kimlik bilginiz, hesap bilgileri, kullanici adi ve parola, kullanici adi ya da
    parola, kullanici veya şifre, kullanici adi yada şifre, e posta veya şifre, e posta adresi veya
    şifre, kullanici bilgileri, giriş bilgileriniz, bilgileriniz, kullanici adiniz veya şifreniz,
    kullanici adinizi ve şifrenizi
AUTH: kimlik doğrulama, kimlik doğrulamasi, oturum açma, giriş, oturum, yetkilendirme, doğrulama,
    kimlik doğrulandi, doğrulandi, giriş yapildi, girişi, giriş işlemi, oturum açin, oturum
    açmaniz, kimlik denetimi, kimliğiniz, kimliğinizi doğrulayin, giriş yapin, giriş yapmaniz,
    girişe, bağlanma, yetkilendirilmedi, oturum açilamadi, giriş yapilamadi, oturum açmak
SERVICE: servis, hizmet, hizmeti, smtp erişimi, servisi, erişim, smtp, hizmetiniz, harici
    uygulamalar, harici programlar, mail programlari, özellik, özelliği, uzaktan erişim, protokol,
    üçüncü parti uygulamalar, smtp servisi, smtp hizmeti, posta istemcileri, erişimi
SENDING: gönderim, gönderme, mail gönderimi, e posta gönderimi, göndermek, gönderimi, mail
    gönderme, gönderemezsiniz, gönderilemez, gönderilen, göndermeye, giden posta, mail gönderim,
    giden e posta, ileti gönderme, toplu gönderim, e posta göndermek, gönderimine
MECHANISM: mekanizma, mekanizmasi, yöntem, yöntemi, kimlik doğrulama yöntemi, kimlik doğrulama
    mekanizmasi, kimlik doğrulama türü, doğrulama yöntemi, kimlik doğrulama biçimi, giriş yöntemi,
    kimlik doğrulama tipi, doğrulama türü
COMMAND: komut
TLS: şifreleme, güvenli bağlanti, şifreli bağlanti, şifreli, güvenli bağlantiyi, güvenli kanal,
    şifrelenmiş bağlanti, ssl bağlantisi, tls bağlantisi, güvenlikli bağlanti, şifrelenmiş
INSECURE: güvensiz bağlanti, şifresiz bağlanti, güvenli olmayan bağlanti, güvensiz, şifresiz,
    şifrelenmemiş, şifrelenmemiş bağlanti, düz metin, güvenli değil, açik metin
IPADDR: ip adresi, ip adresiniz, ip adresinden, ip adresinizden, ip, bu ip, bu ip adresi, kaynak
    ip, ip adresleri, ip numaraniz, ip blok
CLIENT: ağ, ülke, konum, bilgisayar, sunucunuz, ağiniz, istemci, cihaz, cihaziniz, bilgisayariniz,
    servis sağlayici, ağ dişi, sunucu adiniz, bağlantiniz, ağinizdan, ağindan
SENDER: gönderen, gönderici, gönderen adresi, gönderici adresi, gönderenin adresi, gönderen adres,
    gönderen olarak, başkasi adina, adina, başka kullanici, başka bir kullanici, başka bir hesap,
    gönderim adresi, gönderen e posta, gönderici olarak, gönderen alan adi, gönderen e posta
    adresi, farkli gönderen
RECIPIENT: alici, alici adresi, alicinin, aliciya, alici e posta, hedef adres, alicinin posta
    kutusu, alici posta kutusu, alici hesabi, hedef posta kutusu
RELAY: aktarma, röle, iletme, relay, relay izni, aktarim, yönlendirme, iletim
SERVER: sunucu, sistem, sunucusu, sunucumuz, sistemimiz, sunucunun
POLICY: politika, yönetici, politikasi, kural, politikamiz, kurallar, kurali, yöneticisi,
    yöneticiniz, güvenlik politikasi, güvenlik nedeniyle, kuruluş, şirket, yönetim, güvenlik ilkesi
ALLOWED: izin verildi, yetkili, izinli, izin verilen, izin, izin verilir, izin veriliyor, yetki,
    yetkiniz, hak, hakkiniz, izniniz
FORBIDDEN: izin verilmiyor, izni yok, yetkiniz yok, yetkisi yok, yasak, izin verilmedi,
    yasaklanmiş, izniniz yok, izin verilmez, yasaklandi, yetkisiz, izin yok, izin verilmemektedir,
    izin verilmemiş, yetkiniz bulunmamaktadir, izniniz bulunmamaktadir, yasaktir, kisitlama,
    kisitli, kisitlandi, sinirlandirildi, yetki yok, yapamazsiniz, kullanamazsiniz, izinsiz,
    hakkiniz yok, kullanamaz, sinirlidir, kabul edilmiyor
DENIED: reddedildi, red edildi, engellendi erişim, erişim engellendi, kabul edilmedi, red, ret,
    reddedilmiştir, geri çevrildi, reddediliyor, kabul edilmez, kabul edilmemiştir, reddedilmiş,
    geri çevrilmiştir
ENABLED: etkin, aktif, etkinleştirilmiş, açik, açilmiş, etkinleştirme, aktifleştirme, satin
    alinmiş, aktifleştirin, kapsiyor
DISABLED: devre dişi, pasif, kapali, kapatildi, etkin değil, aktif değil, devre dişi birakildi,
    kapatilmiştir, silinmiş, pasif durumda, kapatilmiş, kapali, kapalidir, kapatildi,
    kapatilmiştir, devre dişidir, ödenmemiş, ödenmedi, sona erdi, içermiyor, etkinleştirilmedi,
    henüz etkinleştirilmedi, silindi, açik değil, aktif değildir, kapali durumda, devre dişi
    birakilmiş, devre dişi birakilmiştir, iptal edilmiş, iptal edilmiştir, aktifleştirilmemiş,
    aktifleştirilmedi, bulunmayan hizmet, durdurulmuş hizmet, silinmiştir, sonlandirildi,
    sonlandirilmiş, feshedildi, beklemede, onay bekliyor, kaldirildi, dondurulmuş paket, lisanssiz,
    sona ermiştir, bitmiştir
LOCKED: kilitlendi, kilitli, askiya alindi, engellendi, bloke, bloke edildi, kilitlenmiştir,
    engellenmiştir, donduruldu, askiya alinmiştir, engellenmiş, askida, bloklandi, bloklanmiştir,
    kilitlenmiş, engelli, durduruldu, askiya alinmiş, askida, yasaklandi, yasakli, kilitlenmesi,
    kilit, bloklu, engellidir, askiya aldik, engelledik, engeli, bloke edilmiş, bloke edilmiştir,
    kara alindi, karantinada, karantina, durdurulmuş, durdurulmuştur, ele geçirilmiş, çalinmiş,
    dondurulmuş, bloklanmiş, kötüye kullanim, hacklenmiş, banlandi, banlanmiş, yasaklanmiştir
EXPIRED: süresi doldu, süresi dolmuş, süresi dolmuştur, süresi bitti, süresi geçmiş, süresi dolmus,
    geçerliliğini yitirdi, artik geçerli değil, artik geçersiz, geçerlilik süresi, süresi sona
    erdi, vakti geçti, çok eski, zaman aşimina uğramiş, geçerliliği, süresi, son kullanma
CHANGE: değiştirin, değiştiriniz, değiştirmeniz, sifirlayin, yenileyin, değiştirilmeli, değiştir,
    değiştirmelisiniz, yenisini belirleyin, yenileyiniz, güncelleyin, güncelleyiniz, değişiklik,
    değiştirilmesi, yenilenmeli, değiştirmeniz gerekiyor, yenisini oluşturun, sifirlayiniz,
    değiştirilmelidir
INVALID: hatali, yanliş, geçersiz, geçerli değil, uyuşmuyor, hatalidir, yanliştir, eşleşmiyor,
    yanlis, eşleşmedi, uyumsuz, doğru değil, farkli, uyuşmamaktadir, uyuşmadi, eşleşmemektedir,
    tutmuyor, geçersizdir
VALID: geçerli, doğru, doğrudur, uyuşuyor, eşleşiyor, ayni, uygun, uyumlu
UNKNOWN: bilinmeyen, bulunamadi, mevcut değil, taninmiyor, bulunmuyor, böyle bir, mevcut değildir,
    tanimsiz, kayitli değil, böyle bir kullanici, yoktur, tanimli değil, bilinmiyor, kayitsiz
SUPPORTED: destekleniyor, destekler, destekliyor, desteği, desteklenen, sunulan
UNSUPPORTED: desteklenmiyor, desteklenmeyen, desteklenmemektedir, desteklemiyor, uyumsuz yöntem,
    desteklenmez
UNAVAILABLE: kullanilamiyor, hizmet dişi, kullanim dişi, ulaşilamiyor, yanit vermiyor, cevap
    vermiyor, yanit yok, çalişmiyor, bakimda, bakim, kapali sunucu, erişilemiyor, ulaşilamadi,
    hizmet veremiyor, kullanilamaz, yanit vermedi, erişilemez, bağlanilamiyor, cevap alinamadi,
    yanit alinamadi
LIMIT: limit, sinir, kota, limiti, siniri, kotasi, kotaniz, limitiniz, sinirini, limitini,
    kotanizi, saatlik, günlük, aylik, dakikada, saatte, günde, sayisi, adet, azami, maksimum,
    gönderim limiti, hakki, kredi, hacim, sayi, bugün
EXCEEDED: aşildi, doldu, aştiniz, aşilmiştir, aşmiştir, ulaştiniz, dolmuş, aşilmiş, ulaşildi, aşan,
    aşti, aşmaktadir, üzerinde, doldurdu, dolmuştur, tükendi, tükenmiştir, kullanildi, ulaşti,
    bitti, doldurdunuz, fazla, tükettiniz, aşim
TOOMANY: çok fazla, çok sik, çok sayida, sik sik, art arda, üst üste, defalarca, birçok kez, aşiri,
    birden fazla, tekrarlanan, çok hizli, fazla sayida, fazla deneme, pek çok, sik
COUNTED: bağlanti, mesaj, ileti, deneme, e posta, giriş denemesi, denemesi, mesaji, mail, e
    postalar, istek, oturumlar, bağlantilar, defa, kez, ileti sayisi
TEMPORARY: geçici, geçici olarak, daha sonra, tekrar deneyin, daha sonra tekrar, şu anda, kisa
    süreliğine, biraz sonra, bir süre sonra, sonra, bekleyin, bekleyiniz, biraz, şimdilik, tekrar
    deneyiniz, yeniden deneyin, kisa bir süre, az sonra, bir süre, birkaç dakika, daha sonra
    deneyin, şu an, yeniden deneyiniz, geçicidir
INTERNAL: sunucu hatasi, iç hata, dahili hata, sistem hatasi, sistemsel hata, teknik hata, teknik
    sorun, beklenmeyen hata, beklenmedik hata, arizasi, teknik ariza, iç sunucu hatasi, sunucu
    arizasi, doğrulanamadi sistem, teknik nedenler, yapilandirma hatasi
BUSY: meşgul, yoğun, aşiri yük, aşiri yüklenmiş, yoğunluk, yüklü, aşiri yoğun, aşiri yüklü
APPPASSWORD: uygulama şifresi, uygulama parolasi, uygulamaya özel şifre, ayri bir şifre, ayri
    şifre, ayri parola, özel şifre, özel parola, uygulamalar için şifre, uygulama şifreniz,
    uygulamaya özel parola, harici uygulama şifresi, uygulama için şifre, üçüncü parti şifre,
    program şifresi, yetkilendirme kodu, cihaz parolasi, uygulama parolalari, uygulama şifreleri
SECONDFACTOR: iki adimli, iki faktörlü, iki aşamali, iki adimli doğrulama, iki faktörlü doğrulama,
    iki aşamali doğrulama, çift faktör, ikinci faktör, çok faktörlü, 2 adimli, doğrulama kodu, çift
    aşamali
BROWSER: tarayici, tarayicidan, tarayicinizdan, web üzerinden, tarayici üzerinden, webmail, web
    arayüzü, webmail üzerinden
LISTED: kara listede, kara liste, kara listeye, kara listedesiniz, engelli listede, kara listesinde,
    listelenmiş, kara listeye alindi, engelleme listesinde
FULL: dolu, depolama, disk alani, depolama alani
BUT: çünkü, ama, nedeniyle
CLIENT+PLACE: yurt dişi, yurt dişindan, ülke, ülkeniz, ülkenizden, konum, yurtdişi, yurtdişindan,
    bölge, yabanci ülke, ülkeden, türkiye dişi, türkiye dişindan, ülke dişi, konumunuz
BACKEND: kimlik doğrulama sunucusu, doğrulama sunucusu, veritabani, veri tabani, kullanici
    veritabani, kimlik sunucusu, dizin sunucusu, dizin servisi, kimlik doğrulama servisi, kimlik
    doğrulama hizmeti, ldap sunucusu, dizin
ALREADY: zaten
CANCELLED: iptal edildi, kesildi
SEQUENCE: sirasi, sira
SYNTAX: sözdizimi, biçim, biçimi, sözdizim hatasi, format, bozuk
SWITCHON: etkinleştirin, açin
PTR: ters dns, ptr kaydi, ters kayit, ters dns kaydi, reverse dns, ters çözümleme
DISABLED+UNVERIFIED: onaylanmadi
NEWPASSWORD: yeni bir şifre, yeni şifre, yeni parola, yeni bir parola
OWNED: ait, size ait, sahibi, aitdir, bağli, sahip
ACTIVITY: şüpheli aktivite, şüpheli etkinlik, şüpheli giriş, olağandişi etkinlik, olağandişi
    aktivite, şüpheli işlem, şüpheli hareket, şüpheli davraniş, olağandişi giriş, şüpheli gönderim
SPAM: spam gönderimi, istenmeyen posta, toplu mail, spam mail, önemsiz posta
REVOKED: geri alindi
KNOWN: bulundu, kayitli, mevcut, var, tanimli, biliniyor, bulunan
AVAILABLE: yanit veriyor, ulaşilabilir, erişilebilir, cevap veriyor, hazir, çalişiyor,
    kullanilabilir
DURATION: dakika, saat, saniye, gün, dk, hafta
TIMEOUT: zaman aşimi, zaman aşimina, bağlanti kurulamadi, bağlanilamadi, bağlanti hatasi, bağlanti
    başarisiz, bağlanti kesildi
GREYLIST: gri liste, gri listede
BLACKLIST: itibar, düşük itibar, dinamik ip, engelleme listesi
ALLOWLIST: beyaz liste, beyaz listede, izin verilenler, izinli ip, izin verilen ip, güvenilen,
    güvenilir ağ, izinli ağlar
BASICAUTH: temel kimlik doğrulama, temel doğrulama, şifre ile giriş, parola ile giriş, basit kimlik
    doğrulama
CREATE: oluşturun, oluşturunuz, üretin, oluşturmaniz, yaratin
UNPAID: ödeme, ödemesi, ödenmemiş fatura, borç, borcu, borcunuz, fatura, faturaniz, ücret,
    tahsilat, ödemeniz
CERTIFICATE: sertifika, istemci sertifikasi, sertifikasi
RCPTLIMIT+LIMIT+COUNTED: alici sayisi, alici limiti, alici siniri, maksimum alici
RECEIVE: alma, alim, gelen
TERMS: kullanim şartlari, koşullar, sözleşmesi
SECURITY: tls sürümü, protokol sürümü, tls versiyonu
SENDER+ACTAS: yerine
CLIENT+LAN: iç ağ, yerel ağ, dahili ağ, şirket ağ, kurum ağ, kampüs ağ, kurum içi ağ, şirket içi,
    kurum ağindan, şirket ağindan, iç ağdan, yerel ağdan, kampüs ağindan, kurum içinden, dahili
    ağdan
WRONGSECRET: uygulama şifresi hatali, uygulama şifresi geçersiz, uygulama şifresi yanliş, uygulama
    parolasi hatali, geçersiz uygulama şifresi, hatali uygulama şifresi
ACCOUNT+PLAN: paket, paketiniz, pakette
CHECK: kontrol edin, kontrol ediniz
"""

VIETNAMESE = """\
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

LANGUAGES = {
    "portuguese": PORTUGUESE,
    "spanish": SPANISH,
    "french": FRENCH,
    "german": GERMAN,
    "italian": ITALIAN,
    "polish": POLISH,
    "czech": CZECH,
    "dutch": DUTCH,
    "turkish": TURKISH,
    "vietnamese": VIETNAMESE,
    **further.LANGUAGES,
}

# Plural, whose, and case, one behind the other.
TURKISH_ENDINGS = " ".join(
    [
        f"{many}{whose}{case}"
        for many in ("", "lar", "ler")
        for whose in (
            *("", "i", "u", "ü", "si", "su", "sü", "niz", "nuz", "nüz", "iniz", "unuz", "ünüz"),
            *("im", "um", "üm"),
        )
        for case in (
            *("", "a", "e", "i", "u", "ü", "ya", "ye", "yi", "yu", "yü", "na", "ne", "ni", "nu"),
            *("nü", "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "ndan"),
            *("nden", "in", "un", "ün", "nin", "nun", "nün", "la", "le", "yla", "yle", "dir"),
            *("dur", "dür", "tir", "tur", "tür"),
        )
    ]
)

# What words end in, so that one form of a word stands for all ("senha" for "senhas").
ENDINGS = {
    "portuguese": "o a os as e es s ão ões am em ou ado ada ados adas",
    "spanish": "o a os as e es s ón ones an en ó ado ada ados adas",
    "french": "e s es é ée és ées er ez ent aux",
    "german": "e en er es em n s nen te ten tes ter tem",
    "italian": "o a i e ato ata ati ate",
    "polish": (
        "a e y i o u ę ą ów om em ie ami ach ego emu ej ym ich ych im imi ymi iem owi ła ło ły li"
        " owe owa owy owych owego owej"
    ),
    "czech": (
        "a e y i o u ě í é á ý ou em ům ech ách ami emi mi ho ího ímu ého ému ých ým ém ích ovi"
        " la lo ly li"
    ),
    "dutch": "e en s n t",
    "turkish": TURKISH_ENDINGS,
    **further.ENDINGS,
}

# Words that tell the language where it is written without its accents.
BARE = {
    "portuguese": (
        " necessari obrigatori possivel usuari autenticacao identificacao ligacao destinatario"
        " indisponivel manutencao conexoes localizacao usuario"
    ),
    "spanish": (" electronico buzon contrasena"),
    "french": (
        " necessaire necessite prealablement echec echoue probleme donnees emettre expedier"
        " emission mecanisme methode securisee reseau desactive cloture resilie gelee perime"
        " depasse epuise frequemment reessayer ulterieurement momentanement etranger"
    ),
    "german": (
        " benotigt notig zunachst gestort storung verschlusselung verschlusselten empfanger"
        " unzulassig eingeschrankt durfen zuruckgewiesen gekundigt geloscht gultig ubereinstimmt"
        " ungultig uberlastet uberschritten ausgeschopft erschopft uberschreitet ubersteigt"
        " haufig vorubergehend temporarer spater geaend aendern ungueltig empfaenger ueberschr"
        " verschluessel unverschluessel benoetigt voruebergeh spaeter unterstuetzt geloescht"
        " gekuendigt bestaetigt zulaessig zurueckge haeufig gueltig"
    ),
    "polish": (
        " uzytkownik uslugi haslo uwierzytelniajace wysylanie wyslac wiadomosci polaczenie"
        " mozesz odmowiono dostepu wylaczon nieoplacon waznosc prawidlow nieprawidlow bledn"
        " niedostepn przekroczyles osiagnieto czesto pozniej sprobuj przejsciow"
    ),
    "czech": (
        " vyzadovan vyzaduje pozadovan musite treba potreba pouzijte neuspesn nepodarilo"
        " nezdarilo uzivatel schranka zakaznik domena jmeno sluzby prihlasovaci udaje overeni"
        " overovani posilat rozesilani zpusob sifrovani zabezpecene pripojeni pocitac prijemce"
        " predavani preposilani zakazany nemuze opravneni odmitnut odepren pristup zamitnut"
        " zrusen uzamcen zamcen vyprsel spravn odpovida nespravn spatn neodpovida neexistujici"
        " prekrocen dosazen vycerpan prilis casto docasn prechodn pozdeji momentalne prihlaseni"
    ),
    "dutch": (" beeindigd"),
    "turkish": (
        " lutfen gonderin basarisiz musteri aboneliginiz sifre dogrulama yontem guvenli baglanti"
        " erisim degil kapatilmistir disidir kilitlenmistir engellenmistir alinmistir"
        " bloklanmistir suresi dolmustur gecmis gecersiz uyusmuyor yanlistir eslesmiyor boyle"
        " ulasilamiyor asildi astiniz asmistir ulastiniz gecici disindan ulkeniz"
    ),
    **further.BARE,
}
