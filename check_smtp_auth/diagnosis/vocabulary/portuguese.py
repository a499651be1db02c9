"""The words of servers in Portuguese, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
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
    aberta, não segur/o/a, texto claro
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

ENDINGS = "o a os as e es s ão ões am em ou ado ada ados adas"
